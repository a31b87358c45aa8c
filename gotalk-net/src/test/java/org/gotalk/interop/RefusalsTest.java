package org.gotalk.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gotalk.conformance.Conforms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How a Java peer refuses for the time being, where its peer knows of such refusals. */
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBSOCKET_REFERENCE")
class RefusalsTest extends InteropContract {

    RefusalsTest(Line line) {
        super(line);
    }

    @Test
    @Conforms({"retry-result", "unsigned"})
    void aRefusalCarriesTheTimeToWait() throws Exception {
        Conversation conversation = peer().connected();

        conversation.says("r0001006refuse00000002" + "14").hears("e00010000000e00000007not now");
        conversation.says("r0002006refuse0000000a" + "4294967295").hears("e0002ffffffff00000007not now");
    }

    @Test
    @Conforms("retry-zero")
    void aRefusalMayAllowAnyTime() throws Exception {
        peer().connected().says("r0001006refuse00000001" + "0").hears("e00010000000000000007not now");
    }

    @Test
    @Conforms("handler-limit")
    void aRequestPastTheLimitIsRefusedWithAWaitWithinTheBounds() throws Exception {
        Duration bound = Duration.ofMillis(700);
        JavaPeer peer = peer(limits().maxConcurrentRequests(1)
                .maxWaitingRequests(0)
                .readPause(Duration.ZERO)
                .minRetryWait(bound)
                .maxRetryWait(bound));
        Conversation conversation = peer.connected();

        conversation.says("r000100dhold and tell00000000").hears("n005begun00000000");
        conversation.says("r0002004hold00000000r0003004echo00000001a");
        peer.waitsUntilHeard(conversation);
        conversation.hears("e0003000002bc");
        assertThat(conversation.nextPayload()).isNotEmpty();
    }
}
