package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StreamBeansIT {

    private static final byte[] NOTHING = {};

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.servingBeans(StreamBeans.class.getDeclaredClasses()).addClass(StreamBeans.class);
    }

    @Test
    void bytesPassThroughABean() throws Exception {
        int size = 16 << 20;
        try (JavaPeer peer = new JavaPeer(base);
                StreamCall call = peer.sock().streamRequest("copy")) {
            CompletableFuture<Integer> received = CompletableFuture.supplyAsync(
                    () -> call.result().parts().mapToInt(part -> part.length).sum());
            try (OutputStream out = call.request().outputStream()) {
                out.write(new byte[size]);
            }
            assertThat(received.join()).isEqualTo(size);
        }
    }

    @Test
    void partsAreValues() throws Exception {
        try (JavaPeer peer = new JavaPeer(base);
                StreamCall call = peer.sock().streamRequest("sum")) {
            call.request().writeValue(1);
            call.request().writeValue(20);
            assertThat(call.finish(int.class)).isEqualTo(21);
        }
    }

    @Test
    void theContextsOfACallLastUntilItsStreamHasBeenPulled() throws Exception {
        try (JavaPeer peer = new JavaPeer(base)) {
            assertThat(counted(peer.sock()))
                    .satisfiesExactly(
                            first -> assertThat(first).endsWith(" 1 1"),
                            second -> assertThat(second).endsWith(" 2 2"));
            assertThat(counted(peer.sock()))
                    .satisfiesExactly(
                            first -> assertThat(first).endsWith(" 1 3"),
                            second -> assertThat(second).endsWith(" 2 4"));
            assertThat(next(peer)).isEqualTo("bean over");
            assertThat(next(peer)).isEqualTo("bean over");
        }
    }

    @Test
    void aStreamIsClosedWhenTheConnectionEnds() throws Exception {
        try (JavaPeer other = new JavaPeer(base)) {
            try (JavaPeer peer = new JavaPeer(base)) {
                assertThat(peer.sock().requestParts("endless", NOTHING).read()).isPresent();
            }
            assertThat(next(other)).isEqualTo("stream closed");
            assertThat(next(other)).isEqualTo("bean over");
        }
    }

    @Test
    void aPublisherIsCancelledWhenTheConnectionEnds() throws Exception {
        try (JavaPeer other = new JavaPeer(base)) {
            try (JavaPeer peer = new JavaPeer(base)) {
                StreamReader reader = peer.sock().requestParts("waiting", NOTHING);
                assertThat(reader.read()).isPresent();
            }
            assertThat(next(other)).isEqualTo("publisher cancelled");
            assertThat(next(other)).isEqualTo("bean over");
        }
    }

    @Test
    void aConnectionThatIsServedByASetHasItsOperations() throws Exception {
        try (JavaPeer peer = new JavaPeer(base)) {
            assertThat(peer.sock().request("treasure", NOTHING, String.class)).isEqualTo("nobody does treasure");
            peer.sock().request("sign in", NOTHING);
            assertThat(peer.sock().request("treasure", NOTHING, String.class)).isEqualTo("gold");
        }
    }

    @Test
    void heartbeatsAreObservedWithTheirPeer() throws Exception {
        try (JavaPeer peer = new JavaPeer(base)) {
            assertThat(peer.sock().request("heard", NOTHING, Boolean.class)).isTrue();
        }
    }

    private static Iterable<String> counted(Sock sock) {
        return sock.requestParts("counted", 2).values(String.class).toList();
    }

    private static String next(JavaPeer peer) {
        return peer.sock().request("next entry", NOTHING, String.class);
    }
}
