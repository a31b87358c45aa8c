package org.gotalk.demo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.gotalk.conformance.Conforms;
import org.gotalk.demo.peer.RawClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests of a client in parts, and answers in parts. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StreamsIT {

    private static final int LARGE = 100_000;
    private static final int PART = 1 << 16;

    @ArquillianResource
    private URI server;

    @Deployment(testable = false)
    static WebArchive archive() {
        return InteropArchive.withSettings(
                Map.of("gotalk.max-streams", "2", "gotalk.max-stream-buffer", "64KiB", "gotalk.read-pause", "PT0.2S"));
    }

    @Test
    @Conforms({"client-stream", "result-of-no-parts", "stream-request-part"})
    void aRequestInPartsMayHaveASingleResult() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("s0001005count00000003onep000100000003twop000100000000").hears("R0001000000016");
        }
    }

    @Test
    @Conforms("server-stream")
    void aSingleRequestMayHaveAResultInParts() throws Exception {
        try (RawClient client = RawClient.connected(server);
                RawClient reference = RawClient.reference(server)) {
            for (RawClient either : new RawClient[] {client, reference}) {
                either.says("r0001007numbers00000000");
                either.hears("S000100000003oneS000100000003twoS000100000005threeS000100000000");
            }
        }
    }

    @Test
    @Conforms({"ping-pong", "stream-request", "stream-result"})
    void bothSidesOfAStreamMayTakeTurns() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("s0001005parts00000003one").hears("S000100000003one");
            client.says("p000100000003two").hears("S000100000003two");
            client.says("p000100000000").hears("S000100000000");
        }
    }

    @Test
    @Conforms("empty-stream")
    void aStreamMayHaveNoParts() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("s0001005empty00000000p000100000000").hears("S000100000000");
        }
    }

    @Test
    @Conforms("part-size")
    void aLargePartIsCut() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("r0001005large00000000");
            client.hears("S000100010000").hears("\0".repeat(PART));
            client.hears("S0001000086a0").hears("\0".repeat(LARGE - PART));
            client.hears("S000100000000");
        }
    }

    @Test
    @Conforms({"late-parts", "early-end"})
    void partsThatComeAfterTheAnswerAreDropped() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("s000100eanswer at once00000003one").hears("R000100000007no more");
            client.says("p000100000003twop000100000000")
                    .says("r0002004echo00000001a")
                    .hears("R000200000001a");
        }
    }

    @Test
    @Conforms("half-close")
    void anOperationMayAnswerAndReadOn() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("s0001012answer and read on00000003one").hears("S000100000000");
            client.says("p000100000003twop000100000000").hears("n004read00000006onetwo");
        }
    }

    @Test
    @Conforms("stream-error-midway")
    void anErrorOrARefusalMidwayEndsTheStreamAlone() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("r000100bfail midway00000000").hears("S000100000003oneE000100000006midway");
            client.says("r000200drefuse midway00000000").hears("S000200000003onee00020000001400000006midway");
            client.says("r0003004echo00000001a").hears("R000300000001a");
        }
    }

    @Test
    @Conforms("stream-limit")
    void aStreamPastTheLimitIsRefusedForTheTimeBeing() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            client.says("s0001005parts00000001a").hears("S000100000001a");
            client.says("s0002005parts00000001b").hears("S000200000001b");
            client.says("s0003005parts00000001c").hears("e0003");

            assertThat(Integer.parseInt(client.next(8), 16)).isBetween(500, 5000);
            assertThat(client.nextPayload()).isNotEmpty();
        }
    }

    @Test
    @Conforms("abandoned-stream")
    void streamsThatAreOverLeaveRoomForOthers() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            for (int i = 0; i < 100; i++) {
                client.says("s0001005parts00000001a").hears("S000100000001a");
                client.says("p000100000000").hears("S000100000000");
                client.says("s000200eanswer at once00000003one").hears("R000200000007no more");
            }
        }
    }

    @Test
    @Conforms("stream-not-read")
    void aStreamThatIsNotReadFailsAlone() throws Exception {
        try (RawClient client = RawClient.connected(server)) {
            String part = "00008000" + "x".repeat(1 << 15);
            client.says("s000100cleave unread" + part).says("p0001" + part).says("p0001" + part);

            client.hears("E0001");
            assertThat(client.nextPayload()).contains("leave unread", "65536");
            client.says("p0001" + part).says("r0002004echo00000001a").hears("R000200000001a");
            client.says("r000300dleave no more00000000").hears("R000300000000");
        }
    }

    @Test
    @Conforms("duplicate-stream")
    void anIdThatIsUsedTwiceEndsThatConnectionAlone() throws Exception {
        try (RawClient client = RawClient.connected(server);
                RawClient other = RawClient.connected(server)) {
            other.says("s0001005parts00000001a").hears("S000100000001a");
            client.says("s0001005parts00000001a").hears("S000100000001a");
            client.says("s0001005parts00000001b").hears("f00000002");

            assertThat(client.closeCode()).isEqualTo(4002);
            other.says("p000100000001b").hears("S000100000001b");
        }
    }
}
