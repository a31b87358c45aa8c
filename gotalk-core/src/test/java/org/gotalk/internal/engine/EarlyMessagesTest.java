package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.spi.TransportListener;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a peer sends right behind its version, while the application is yet to choose what the peer is offered. */
class EarlyMessagesTest {

    private final EngineFixture fixture = new EngineFixture();
    private final RawPeer peer = new RawPeer();
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void offerMembersMoreOnceTheApplicationKnowsThem() {
        fixture.application
                .handlers()
                .handle("who", byte[].class, payload -> "anybody".getBytes(UTF_8))
                .handle("for all", byte[].class, payload -> "all".getBytes(UTF_8))
                .handleNotification("said", String.class, value -> heard.add("anybody " + value));
        Handlers members = Handlers.create()
                .handle("who", byte[].class, payload -> "a member".getBytes(UTF_8))
                .handle("whole", byte[].class, payload -> payload)
                .handleStream("echo", (request, result) -> request.parts().forEach(result::write))
                .handleNotification("said", String.class, value -> heard.add("member " + value));
        fixture.application.whenOpened(sock -> sock.serve(members));
        fixture.connecting(peer);
    }

    private String answerTo(String bytes) {
        peer.says("01" + bytes);
        assertThat(peer.hears()).isEqualTo("01");
        fixture.executor.runAll();
        return peer.hears();
    }

    @Test
    void aRequestIsServedByTheHandlersThatTheApplicationChose() {
        assertThat(answerTo("r0001003who00000000")).isEqualTo("R000100000008a member");
    }

    @Test
    void aRequestForWhatThePeerIsNotOfferedAfterAllIsAnError() {
        assertThat(answerTo("r0001007for all00000000")).isEqualTo("E00010000001bunknown operation \"for all\"");
    }

    @Test
    void aWholeRequestMayTurnOutToBeForAnOperationInParts() {
        assertThat(answerTo("r0001004echo00000003one")).isEqualTo("S000100000003oneS000100000000");
    }

    @Test
    void aRequestInPartsIsServedByTheHandlersThatTheApplicationChose() {
        assertThat(answerTo("s0001004echo00000003onep000100000003twop000100000000"))
                .isEqualTo("S000100000003oneS000100000003twoS000100000000");
    }

    @Test
    void aRequestInPartsForAnOperationThatTakesThemWholeIsAnError() {
        assertThat(answerTo("s0001005whole00000003one")).startsWith("E0001").contains("\"whole\" takes no stream");
    }

    @Test
    void aRequestInPartsForNothingIsAnError() {
        assertThat(answerTo("s0001004none00000003one")).isEqualTo("E000100000018unknown operation \"none\"");
    }

    @ParameterizedTest
    @CsvSource({"xx, 01f00000001", "01?, 01f00000002", "01s0001001x00000000, 01E000100000015unknown operation \"x\""})
    void anAnswerBeforeTheTransportHasStartedFollowsTheVersion(String says, String hears) {
        RawPeer hasty = new RawPeer() {
            @Override
            public void start(TransportListener listener) {
                super.start(listener);
                says(says);
            }
        };
        Sock unused = fixture.connecting(hasty);
        fixture.executor.runAll();
        assertThat(hasty.hears()).isEqualTo(hears);
    }

    @Test
    void aNotificationIsHandledAsTheApplicationChose() {
        String unused = answerTo("n004said00000004\"hi\"n005other00000000");
        assertThat(heard).containsExactly("member hi");
    }
}
