package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.gotalk.conformance.Conforms;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.peer.RawClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SlowPeerIT {

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.with(
                Archives.serving(TestApplication.class),
                Map.of("gotalk.write-timeout", "10s", "gotalk.max-outbound", "32MiB"));
    }

    @Test
    @Conforms("slow-reader")
    void aPeerThatDoesNotReadIsClosedAndNobodyElseWaits(@ArquillianResource URI base) throws Exception {
        try (RawClient deaf = Handshake.reference(base).deaf().open();
                RawClient other = RawClient.connected(base)) {
            deaf.says("01").says("r0001005flood00000000");

            assertThat(other.ask("await a flood")).isEqualTo("full");
            assertThat(other.ask("ends so far"))
                    .as("while the deaf one is waited for")
                    .isEqualTo("[]");
            assertThat(other.ask("await an end")).isEqualTo("TIMEOUT");
        }
    }
}
