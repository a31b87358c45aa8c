package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers of notifications that are quick and never wait: they run where the bytes arrive, and still in order. */
class NonBlockingNotificationsTest {

    private final EngineFixture fixture = new EngineFixture();
    private final RawPeer peer = new RawPeer();
    private final List<String> handled = new ArrayList<>();

    @BeforeEach
    void connect() {
        fixture.application
                .handlers()
                .handleBufferNotification("slow", (sock, name, payload) -> handled.add(name))
                .nonBlocking()
                .handleBufferNotification("quick", (sock, name, payload) -> handled.add(name))
                .handleBufferNotification("bad", (sock, name, payload) -> {
                    throw new IllegalStateException("as the test wants it");
                });
        fixture.connected(peer);
        fixture.executor.submissions();
    }

    @Test
    void areHandledWithoutATaskOnTheExecutor() {
        peer.says("n005quick00000000");
        assertThat(handled).containsExactly("quick");
        assertThat(fixture.executor.submissions()).isZero();
    }

    @Test
    void waitForThoseBeforeThem() {
        peer.says("n004slow00000000n005quick00000000");
        assertThat(handled).isEmpty();
        fixture.executor.runAll();
        assertThat(handled).containsExactly("slow", "quick");
    }

    @Test
    void areNotOvertakenByThoseBehindThem() {
        peer.says("n005quick00000000n004slow00000000n005quick00000000");
        assertThat(handled).containsExactly("quick");
        fixture.executor.runAll();
        assertThat(handled).containsExactly("quick", "slow", "quick");
    }

    @Test
    void concernNobodyElseWhenTheyFail() {
        peer.says("n003bad00000000n005quick00000000");
        assertThat(handled).containsExactly("quick");
        assertThat(peer.closeCodes()).isEmpty();
    }

    @Test
    void waitUntilTheApplicationKnowsTheConnection() {
        RawPeer early = new RawPeer();
        fixture.connecting(early);
        early.says("01n005quick00000000");
        assertThat(handled).isEmpty();
        fixture.executor.runAll();
        assertThat(handled).containsExactly("quick");
    }
}
