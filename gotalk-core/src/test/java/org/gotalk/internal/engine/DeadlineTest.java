package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.Limits;
import org.gotalk.RequestTimeoutException;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** How long a request of this side may take. */
class DeadlineTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration EVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final EngineFixture fixture = fixture(Duration.ofSeconds(30));
    private final RawPeer peer = new RawPeer();

    private static EngineFixture fixture(Duration requestTimeout) {
        return new EngineFixture(Limits.builder()
                .requestTimeout(requestTimeout)
                .maxOutbound(100)
                .heartbeatInterval(Duration.ZERO)
                .readTimeout(HOUR.multipliedBy(2))
                .build());
    }

    private static CompletableFuture<String> greet(Sock sock, Duration timeout) {
        return sock.requestAsync("greet", "Ann", String.class, timeout).toCompletableFuture();
    }

    private static void assertHasNoLimit(EngineFixture fixture, CompletableFuture<String> call) {
        fixture.scheduler.advance(HOUR);
        fixture.executor.runAll();
        assertThat(call).isNotDone();
    }

    @Test
    void aCallMayHaveNoLimit() {
        assertHasNoLimit(fixture, greet(fixture.connected(peer), Duration.ZERO));
    }

    @Test
    void theDefaultMayBeNoLimit() {
        EngineFixture patient = fixture(Duration.ZERO);
        Sock sock = patient.connected(peer);
        assertHasNoLimit(
                patient, sock.requestAsync("greet", "Ann", String.class).toCompletableFuture());
    }

    @Test
    void aLimitBeyondAllClocksIsNone() {
        assertHasNoLimit(fixture, greet(fixture.connected(peer), EVER));
    }

    @Test
    void aCallWithoutLimitIsSentAgainWhateverTheWait() {
        CompletableFuture<String> call = greet(fixture.connected(peer), EVER);
        peer.says("e0000ffffffff00000000");
        fixture.executor.runAll();
        assertThat(call).isNotDone();
    }

    @Test
    void aCallWithALimitOfItsOwnDoesNotFollowTheDefault() {
        CompletableFuture<String> call = greet(fixture.connected(peer), HOUR);
        fixture.scheduler.advance(HOUR.minusSeconds(1));
        assertThat(call).isNotDone();
        fixture.scheduler.advance(Duration.ofSeconds(1));
        fixture.executor.runAll();
        assertThat(call)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void aNegativeLimitIsRefused() {
        Sock sock = fixture.connected(peer);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> greet(sock, Duration.ofMillis(-1)))
                .withMessage("timeout is PT-0.001S, but must not be negative; zero means no limit");
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void aCallThatWaitsForRoomEndsWithTheConnectionAndHasNotRun() {
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        sock.notify("fill", "x".repeat(100));
        CompletableFuture<String> call =
                CompletableFuture.supplyAsync(() -> sock.request("greet", "Ann", String.class, Duration.ZERO));
        sock.close(CloseReason.of(CloseReason.Code.GOING_AWAY, "restart"));
        assertThat(call)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(SockClosedException.class, closed -> {
                    assertThat(closed.mayHaveRun()).isFalse();
                    assertThat(closed.reason().code()).isEqualTo(CloseReason.Code.GOING_AWAY);
                });
    }
}
