package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** Requests over a connection that stays whose callers do not wait any more. */
class CancelledCallsTest {

    private static final String CANCEL = "n00e$gotalk/cancel000000040000";

    private final ReconnectFixture fixture = new ReconnectFixture();

    /** A peer that takes the extensions of this library. */
    private static RawPeer ours() {
        return new RawPeer() {
            @Override
            public boolean supportsExtensions() {
                return true;
            }
        };
    }

    private CompletableFuture<String> ask() {
        return fixture.sock
                .requestAsync("ask", 1, String.class, Duration.ofSeconds(5))
                .toCompletableFuture();
    }

    @Test
    void thePeerIsToldWhenAStageIsCancelled() {
        RawPeer peer = fixture.accepts(ours());
        CompletableFuture<String> call = ask();
        peer.hears();
        call.cancel(false);
        assertThat(peer.hears()).isEqualTo(CANCEL);
    }

    @Test
    void thePeerIsToldWhenTheTimeIsOver() {
        RawPeer peer = fixture.accepts(ours());
        CompletableFuture<String> call = ask();
        peer.hears();
        fixture.scheduler.advance(Duration.ofSeconds(5));
        assertThat(peer.hears()).isEqualTo(CANCEL);
        fixture.executor.runAll();
        assertThat(call).isCompletedExceptionally();
    }

    @Test
    void thePeerIsToldOfARequestThatHasWaitedForIt() {
        CompletableFuture<String> call = ask();
        RawPeer peer = fixture.accepts(ours());
        assertThat(peer.hears()).isEqualTo("r0000003ask000000011");
        call.cancel(false);
        assertThat(peer.hears()).isEqualTo(CANCEL);
    }

    @Test
    void aRequestThatWaitsIsNeverSent() {
        ask().cancel(false);
        assertThat(fixture.accepts(ours()).hears()).isEmpty();
    }
}
