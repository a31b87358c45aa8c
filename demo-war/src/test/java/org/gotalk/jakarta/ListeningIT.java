package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.demo.peer.RawClient;
import org.gotalk.net.Gotalk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One application, reached over WebSockets, over TCP and over a Unix-domain socket. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ListeningIT {

    private static final long LONGEST_SECONDS = 20;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Gotalk gotalk = Gotalk.serving(Handlers.create()
            .handle("age", String.class, ignored -> 36)
            .handleNotification("left", String.class, heard::add));

    @ArquillianResource
    private URI base;

    private String[] doors;

    @Deployment(testable = false)
    static WebArchive archive() throws Exception {
        Path folder = Files.createTempDirectory("gotalk");
        return Archives.with(
                Archives.servingBeans(TestBeans.class, ListeningBeans.class),
                Map.of(
                        "gotalk.listen",
                        "tcp://localhost:0, unix:" + folder.resolve("back.sock") + "=back",
                        "gotalk.listen-anonymous",
                        "true"));
    }

    @BeforeEach
    void findDoors() throws Exception {
        try (JavaPeer peer = new JavaPeer(base)) {
            doors = peer.sock().request("doors", "", String[].class);
        }
    }

    @AfterEach
    void close() {
        gotalk.close();
    }

    @Test
    void thePortThatWasFoundIsTold() {
        assertThat(doors).hasSize(2);
        assertThat(URI.create(doors[0]).getPort()).isPositive();
    }

    @Test
    void theSameBeansAnswerWithARequestOfTheirOwnForEachCall() {
        Sock sock = gotalk.connect(doors[0]);
        assertThat(sock.request("greet", "Ada", String.class)).isEqualTo("Hello Ada, call 1");
        assertThat(sock.request("greet", "Bo", String.class)).isEqualTo("Hello Bo, call 1");
    }

    @Test
    void sockScopedBeansAndObserversOfOpenedBelongToTheConnection() {
        Sock sock = gotalk.connect(doors[0]);
        assertThat(sock.request("visit", "", int.class)).isEqualTo(2);
        assertThat(sock.request("visit", "", int.class)).isEqualTo(3);
        assertThat(gotalk.connect(doors[0]).request("visit", "", int.class)).isEqualTo(2);
    }

    @Test
    void beansAskTheirPeerBack() {
        assertThat(gotalk.connect(doors[0]).request("ask back", "", String.class))
                .isEqualTo("aged 36");
    }

    @Test
    void bytesPassThroughABean() throws Exception {
        byte[] bytes = new byte[1 << 20];
        Arrays.fill(bytes, (byte) 7);
        try (StreamCall call = gotalk.connect(doors[0]).streamRequest("copy")) {
            Thread writer = new Thread(() -> write(call, bytes));
            writer.start();
            assertThat(call.result().inputStream().readAllBytes()).isEqualTo(bytes);
            writer.join();
        }
    }

    @Test
    void broadcastsReachWhoeverIsThereInWhicheverWay() throws Exception {
        try (RawClient page = RawClient.connected(base).hears("n007welcome000000011")) {
            Sock stays = gotalk.connect(doors[0]);
            assertThat(stays.isOpen()).isTrue();

            gotalk.connect(doors[0]).close();

            page.hears("n004left00000010\"NORMAL after 2\"");
            assertThat(heard.poll(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo("NORMAL after 2");
        }
    }

    @Test
    void anAddressServesItsSetAlone() {
        Sock back = gotalk.connect(doors[1]);
        assertThat(back.request("knock", "", String.class)).isEqualTo("at the back");
        assertThatThrownBy(() -> back.request("greet", "Ada", String.class))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("unknown operation \"greet\"");
        Sock front = gotalk.connect(doors[0]);
        assertThatThrownBy(() -> front.request("knock", "", String.class))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("unknown operation \"knock\"");
    }

    @Test
    void rolesHoldOnAServerThatKnowsNoUsers() throws Exception {
        try (JavaPeer page = new JavaPeer(base)) {
            for (Sock sock : List.of(page.sock(), gotalk.connect(doors[0]))) {
                assertThatThrownBy(() -> sock.request("open the safe", "", String.class))
                        .isInstanceOf(OperationException.class)
                        .hasMessage("not allowed: \"open the safe\" wants one of [guards]");
            }
        }
    }

    private static void write(StreamCall call, byte[] bytes) {
        try (OutputStream out = call.request().outputStream()) {
            out.write(bytes);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
