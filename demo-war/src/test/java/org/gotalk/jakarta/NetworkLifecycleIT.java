package org.gotalk.jakarta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that listens and connects by itself comes and goes, while the one that it connects to stays. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class NetworkLifecycleIT {

    private static final long LONGEST_SECONDS = 20;
    private static final String OBSERVER = "ws://localhost:" + System.getProperty("it.http.port") + "/observer/gotalk";
    private static final byte[] NOTHING = {};
    private static final int PORT = freePort();

    @ArquillianResource
    private Deployer deployer;

    @AutoClose
    private final Gotalk gotalk = Gotalk.create();

    @Deployment(name = "observer", testable = false)
    static WebArchive observer() {
        return Archives.serving(ObserverApplication.class, "observer.war");
    }

    @Deployment(name = "networked", managed = false, testable = false)
    static WebArchive networked() {
        return Archives.with(
                Archives.servingBeans(NetworkedBeans.class, NetworkedBeans.Middleman.class, Traces.class),
                Map.of(
                        "gotalk.listen",
                        "tcp://localhost:" + PORT,
                        "gotalk.listen-anonymous",
                        "true",
                        "gotalk.client.observer.address",
                        OBSERVER));
    }

    @Test
    void anApplicationThatEndsTakesItsConnectionsAndAddressesWithIt() throws Exception {
        for (int round = 0; round < 3; round++) {
            deployer.deploy("networked");
            Sock sock = gotalk.connect("tcp://localhost:" + PORT);
            assertThat(sock.request("pass on", bytes("hello"), byte[].class)).isEqualTo(bytes("hello"));

            deployer.undeploy("networked");

            CloseReason reason = sock.closed().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            assertThat(reason.isClean()).isTrue();
            assertThat(canBeListenedAt(PORT)).isTrue();
        }

        Sock observer = gotalk.connect(OBSERVER);
        assertThat(observer.request("threads left", NOTHING, byte[].class))
                .asString(UTF_8)
                .isEqualTo("[]");
        assertThat(observer.request("class loaders left", NOTHING, byte[].class))
                .as("at most that of the last one, whose record was the last that the JDK has linked the equality of")
                .asString(UTF_8)
                .isIn("0", "1");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static boolean canBeListenedAt(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
