package org.gotalk.demo.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The README's bean, in a WAR with the two jars and nothing else. */
@RunAsClient
@ArquillianTest
class ReadmeBeanIT {

    private static final long LONGEST_SECONDS = 20;

    /** As in the bean. */
    public record Person(String name) {}

    /** As in the bean. */
    public record Greeting(String text) {}

    @AutoClose
    private final Gotalk gotalk = Gotalk.create();

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "readme");
        Listing.of("Greeter").compileInto(folder);
        return Listing.addClasses(Archives.servingBeans(), folder);
    }

    @Test
    void greetsWhoSaysAName() {
        assertThat(connect(Handlers.create()).request("greet", new Person("Ann"), Greeting.class))
                .isEqualTo(new Greeting("Hello Ann"));
    }

    @Test
    void tellsWhoSaysNone() {
        Sock sock = connect(Handlers.create());
        assertThatThrownBy(() -> sock.request("greet", new Person(" "), Greeting.class))
                .isInstanceOf(OperationException.class)
                .hasMessage("a name is needed");
    }

    @Test
    void welcomesNewcomersAndHandsWavesOn() throws Exception {
        CompletableFuture<String> welcome = new CompletableFuture<>();
        CompletableFuture<String> wave = new CompletableFuture<>();
        connect(Handlers.create()
                .handleNotification("welcome", Greeting.class, greeting -> welcome.complete(greeting.text()))
                .handleNotification("waved", String.class, how -> wave.complete(how)));
        assertThat(welcome.get(LONGEST_SECONDS, TimeUnit.SECONDS)).contains("of us");
        connect(Handlers.create()).notify("wave", "with both hands");
        assertThat(wave.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo("with both hands");
    }

    private Sock connect(Handlers handlers) {
        String endpoint = base.resolve("gotalk").toString().replaceFirst("^http", "ws");
        return gotalk.connect(endpoint, ConnectOptions.defaults().handlers(handlers));
    }
}
