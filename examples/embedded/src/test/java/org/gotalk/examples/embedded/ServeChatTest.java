package org.gotalk.examples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.startup.Tomcat;
import org.gotalk.GenericType;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.examples.embedded.Chat.Guest;
import org.gotalk.examples.embedded.Chat.Line;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chat does for two clients what it does for two pages. */
class ServeChatTest {

    private final SeContainer beans = SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Chat.class)
            .initialize();

    @AutoClose
    private final Gotalk clients = Gotalk.builder().build();

    private final BlockingQueue<String> annHears = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> bobHears = new LinkedBlockingQueue<>();
    private Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start() throws Exception {
        tomcat = ServeBrowsers.started("chat.html", 0);
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        beans.close();
    }

    @Test
    void guestsOfARoomHearEachOther() throws Exception {
        Sock ann = connect(annHears);
        Sock bob = connect(bobHears);
        assertThat(enter(ann, "Ann", "tea")).isEmpty();
        ann.notify("say", "hello");
        assertThat(next(annHears)).isEqualTo("Ann: hello");

        assertThat(enter(bob, "Bob", "tea")).containsExactly(new Line("Ann", "hello"));
        bob.notify("say", "hi");

        assertThat(next(bobHears)).isEqualTo("Bob: hi");
        assertThat(List.of(next(annHears), next(annHears))).containsExactly("Bob came", "Bob: hi");
    }

    @Test
    void whoGoesIsMissed() throws Exception {
        Sock ann = connect(annHears);
        Sock bob = connect(bobHears);
        enter(ann, "Ann", "tea");
        enter(bob, "Bob", "tea");

        enter(bob, "Bob", "coffee");
        enter(bob, "Bob", "tea");
        bob.close();

        assertThat(List.of(next(annHears), next(annHears), next(annHears), next(annHears)))
                .containsExactly("Bob came", "Bob went", "Bob came", "Bob went");
    }

    @Test
    void thePageIsServed() throws Exception {
        URI address = URI.create("http://localhost:" + port() + "/?room=tea");
        String page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();

        assertThat(page).contains("gotalk/gotalk.js", "sock.request('enter', guest)", "sock.notify('say', text.value)");
    }

    @Test
    void theBeanHasAtMostThirtyLines() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/java/org/gotalk/examples/embedded/Chat.java"));

        assertThat(lines.stream().filter(line -> !line.isBlank() && !line.matches("(import|package|\\s*/\\*\\*) .*")))
                .hasSizeLessThanOrEqualTo(30);
    }

    private int port() {
        return tomcat.getConnector().getLocalPort();
    }

    private Sock connect(BlockingQueue<String> hears) {
        Handlers page = Handlers.create()
                .handleNotification("said", Line.class, (peer, said) -> hears.add(said.name() + ": " + said.text()))
                .handleNotification("came", String.class, (peer, name) -> hears.add(name + " came"))
                .handleNotification("went", String.class, (peer, name) -> hears.add(name + " went"));
        return clients.connect(
                "ws://localhost:" + port() + "/gotalk",
                ConnectOptions.defaults().handlers(page));
    }

    private static List<Line> enter(Sock sock, String name, String room) {
        return sock.request("enter", new Guest(name, room), new GenericType<List<Line>>() {});
    }

    private static String next(BlockingQueue<String> heard) throws InterruptedException {
        return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
    }
}
