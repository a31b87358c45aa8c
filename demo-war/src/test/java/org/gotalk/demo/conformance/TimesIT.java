package org.gotalk.demo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.gotalk.conformance.Conforms;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.peer.RawClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a server does about clients that are silent, or are slow to answer. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TimesIT {

    private static final int TIMEOUT = 4003;

    @ArquillianResource
    @OperateOnDeployment("impatient")
    private URI impatient;

    @ArquillianResource
    @OperateOnDeployment("with heartbeats")
    private URI withHeartbeats;

    @Deployment(name = "impatient", testable = false)
    static WebArchive impatient() {
        return InteropArchive.withSettings(
                Map.of("gotalk.read-timeout", "PT0.5S", "gotalk.handshake-timeout", "PT0.3S"));
    }

    @Deployment(name = "with heartbeats", testable = false)
    static WebArchive withHeartbeats() {
        return InteropArchive.withSettings(Map.of("gotalk.heartbeat-interval", "PT0.2S"));
    }

    @Test
    @Conforms({"read-timeout", "close-codes", "protocol-error"})
    void aClientThatSaysNothingIsClosedWithTimeout() throws Exception {
        try (RawClient client = RawClient.connected(impatient)) {
            client.hears("f00000003");
            assertThat(client.closeCode()).isEqualTo(TIMEOUT);
        }
    }

    @Test
    @Conforms("read-timeout")
    void aMessageThatBeginsAndNeverEndsRunsIntoTheTimeout() throws Exception {
        try (RawClient client = RawClient.connected(impatient)) {
            client.says("r0001004echo00000005hel").hears("f00000003");
            assertThat(client.closeCode()).isEqualTo(TIMEOUT);
        }
    }

    @Test
    @Conforms({"handshake-timeout", "version-before-error"})
    void aClientWithoutVersionIsClosed() throws Exception {
        try (RawClient client = Handshake.packed(impatient).open()) {
            client.hears("01f00000003");
            assertThat(client.closeCode()).isEqualTo(TIMEOUT);
        }
    }

    @Test
    @Conforms("heartbeat-keeps-open")
    void heartbeatsKeepTheConnectionOpenAndAreNotAnswered() throws Exception {
        try (RawClient client = RawClient.connected(impatient)) {
            long end = System.nanoTime() + 1_000_000_000L;
            while (System.nanoTime() < end) {
                client.says("h000000000001");
            }
            client.says("r0001004echo00000001a").hears("R000100000001a");
        }
    }

    @Test
    @Conforms("heartbeat")
    void aHeartbeatGoesOutAtEachInterval() throws Exception {
        try (RawClient client = RawClient.connected(withHeartbeats)) {
            assertThat(client.next(26)).matches("(h[0-9a-f]{12}){2}");
        }
    }

    @Test
    @Conforms({"heartbeat-edges", "unsigned"})
    void loadsAndTimesOfAllBitsAreTakenAsTheyAre() throws Exception {
        try (RawClient client =
                Handshake.packed(impatient).path("gotalk?heartbeats=yes").connect()) {
            client.says("h000000000000").hears("n005heard00000005" + "0.0 0");
            client.says("hffffffffffff").hears("n005heard0000000e" + "1.0 4294967295");
        }
    }
}
