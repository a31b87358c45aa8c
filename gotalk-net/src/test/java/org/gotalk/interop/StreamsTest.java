package org.gotalk.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gotalk.conformance.Conforms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests in parts of a Java peer, and its answers in parts. */
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBSOCKET_REFERENCE")
class StreamsTest extends InteropContract {

    private static final int LARGE = 100_000;
    private static final int PART = 1 << 16;

    private JavaPeer peer;
    private Conversation conversation;

    StreamsTest(Line line) {
        super(line);
    }

    @BeforeEach
    void connect() throws Exception {
        peer = peer(limits().maxStreams(2).maxStreamBuffer(PART).readPause(Duration.ZERO));
        conversation = peer.connected();
    }

    @Test
    @Conforms({"client-stream", "result-of-no-parts", "stream-request-part"})
    void aRequestInPartsMayHaveASingleResult() throws Exception {
        conversation
                .says("s0001005count00000003onep000100000003twop000100000000")
                .hears("R0001000000016");
    }

    @Test
    @Conforms("server-stream")
    void aSingleRequestMayHaveAResultInParts() throws Exception {
        conversation
                .says("r0001007numbers00000000")
                .hears("S000100000003oneS000100000003twoS000100000005threeS000100000000");
    }

    @Test
    @Conforms({"ping-pong", "stream-request", "stream-result"})
    void bothSidesOfAStreamMayTakeTurns() throws Exception {
        conversation.says("s0001005parts00000003one").hears("S000100000003one");
        conversation.says("p000100000003two").hears("S000100000003two");
        conversation.says("p000100000000").hears("S000100000000");
    }

    @Test
    @Conforms("empty-stream")
    void aStreamMayHaveNoParts() throws Exception {
        conversation.says("s0001005empty00000000p000100000000").hears("S000100000000");
    }

    @Test
    @Conforms("part-size")
    void aLargePartIsCut() throws Exception {
        conversation.says("r0001005large00000000");
        conversation.hears("S000100010000").hears("\0".repeat(PART));
        conversation.hears("S0001000086a0").hears("\0".repeat(LARGE - PART));
        conversation.hears("S000100000000");
    }

    @Test
    @Conforms({"late-parts", "early-end"})
    void partsThatComeAfterTheAnswerAreDropped() throws Exception {
        conversation.says("s000100eanswer at once00000003one").hears("R000100000007no more");
        conversation.says("p000100000003twop000100000000").goesOn();
    }

    @Test
    @Conforms("half-close")
    void anOperationMayAnswerAndReadOn() throws Exception {
        conversation.says("s0001012answer and read on00000003one").hears("S000100000000");
        conversation.says("p000100000003twop000100000000").hears("n004read00000006onetwo");
    }

    @Test
    @Conforms("stream-error-midway")
    void anErrorOrARefusalMidwayEndsTheStreamAlone() throws Exception {
        conversation.says("r000100bfail midway00000000").hears("S000100000003oneE000100000006midway");
        conversation.says("r000200drefuse midway00000000").hears("S000200000003onee00020000001400000006midway");
        conversation.goesOn();
    }

    @Test
    @Conforms("stream-limit")
    void aStreamPastTheLimitIsRefusedForTheTimeBeing() throws Exception {
        conversation.says("s0001005parts00000001a").hears("S000100000001a");
        conversation.says("s0002005parts00000001b").hears("S000200000001b");
        conversation.says("s0003005parts00000001c").hears("e0003");

        assertThat(Integer.parseInt(conversation.next(8), 16)).isBetween(500, 5000);
        assertThat(conversation.nextPayload()).isNotEmpty();
    }

    @Test
    @Conforms("abandoned-stream")
    void streamsThatAreOverLeaveRoomForOthers() throws Exception {
        for (int i = 0; i < 20; i++) {
            conversation.says("s0001005parts00000001a").hears("S000100000001a");
            conversation.says("p000100000000").hears("S000100000000");
            conversation.says("s000200eanswer at once00000003one").hears("R000200000007no more");
        }
    }

    @Test
    @Conforms("stream-not-read")
    void aStreamThatIsNotReadFailsAlone() throws Exception {
        String part = "00008000" + "x".repeat(1 << 15);
        conversation.says("s000100cleave unread" + part + "p0001" + part + "p0001" + part);

        peer.waitsUntilHeard(conversation);
        conversation.hears("E0001");
        assertThat(conversation.nextPayload()).contains("leave unread", "65536");
        conversation.says("p0001" + part).goesOn();
        conversation.says("r000300dleave no more00000000").hears("R000300000000");
    }

    @Test
    @Conforms("duplicate-stream")
    void anIdThatIsUsedTwiceEndsThatConnectionAlone() throws Exception {
        Conversation other = peer.connected();
        other.says("s0001005parts00000001a").hears("S000100000001a");
        conversation.says("s0001005parts00000001a").hears("S000100000001a");

        conversation.says("s0001005parts00000001b");
        assertThat(conversation.rest()).isEqualTo("f00000002");
        other.says("p000100000001b").hears("S000100000001b");
    }
}
