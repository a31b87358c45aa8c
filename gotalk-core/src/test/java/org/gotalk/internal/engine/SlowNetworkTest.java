package org.gotalk.internal.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.Limits;
import org.gotalk.RequestTimeoutException;
import org.gotalk.Sock;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** A network that takes what is sent slowly, and one that takes nothing. */
class SlowNetworkTest {

    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration A_WHILE = WRITE_TIMEOUT.minusSeconds(1);

    private final EngineFixture fixture = new EngineFixture(
            Limits.builder().readTimeout(Duration.ofHours(1)).maxOutbound(100).build());
    private final RawPeer peer = new RawPeer();

    private Sock sending() {
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        sock.tryNotify("news", "x".repeat(90));
        return sock;
    }

    private void takesSome(int times) {
        for (int i = 0; i < times; i++) {
            fixture.scheduler.advance(A_WHILE);
            peer.takesSome();
        }
    }

    private static CloseReason end(Sock sock) throws Exception {
        return sock.closed().toCompletableFuture().get(20, SECONDS);
    }

    @Test
    void aNetworkThatTakesSomethingNowAndThenIsNotLate() {
        Sock sock = sending();
        takesSome(20);
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    void aRequestIsNotLateWhileTheNetworkTakesIt() {
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        CompletableFuture<byte[]> call =
                sock.requestAsync("upload", new byte[80], byte[].class).toCompletableFuture();
        takesSome(10);
        assertThat(call).isNotDone();
        peer.readsAgain();
        takesSome(8); // 30 s are the limit of a request
        assertThat(fixture.failureOf(call)).isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void aNetworkThatTakesNothingForTheWriteTimeoutIsTooLate() throws Exception {
        Sock sock = sending();
        takesSome(3);
        fixture.scheduler.advance(WRITE_TIMEOUT);
        assertThat(sock.isOpen()).isTrue();
        fixture.scheduler.advance(Engine.TICK.multipliedBy(2));
        fixture.executor.runAll();
        assertThat(end(sock))
                .isEqualTo(
                        CloseReason.of(
                                CloseReason.Code.TIMEOUT,
                                "nothing that was sent has got through for PT10S: the peer does not read, or the network is down"));
    }

    @Test
    void aSlowNetworkGetsTheLastMessagesOfAConnectionThatCloses() {
        Sock sock = sending();
        sock.close();
        takesSome(5);
        assertThat(peer.closeCodes()).isEmpty();
        peer.readsAgain();
        assertThat(peer.closeCodes()).containsExactly(1000);
    }

    @Test
    void aSlowNetworkDoesNotKeepAConnectionThatClosesForEver() {
        sending().close();
        takesSome(CloseTimeout.MAX_TIMEOUTS);
        assertThat(peer.closeCodes()).isEmpty();
        takesSome(2);
        assertThat(peer.closeCodes()).containsExactly(1000);
    }

    @Test
    void aNetworkThatTakesNothingEndsAConnectionThatCloses() {
        sending().close();
        fixture.scheduler.advance(WRITE_TIMEOUT.plus(Engine.TICK.multipliedBy(2)));
        assertThat(peer.closeCodes()).containsExactly(1000);
    }

    @Test
    void roomIsWaitedForWhileTheNetworkTakesSomething() throws Exception {
        Duration patience = Duration.ofSeconds(1);
        EngineFixture hasty = new EngineFixture(Limits.builder()
                .writeTimeout(patience)
                .readTimeout(Duration.ofDays(365))
                .maxOutbound(100)
                .build());
        Sock sock = hasty.connected(peer);
        peer.stopsReading();
        sock.tryNotify("news", "x".repeat(90));
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> sock.notify("news", "y".repeat(50)));
        long end = System.nanoTime() + patience.multipliedBy(3).toNanos();
        while (System.nanoTime() < end) {
            peer.takesSome();
            hasty.scheduler.advance(Engine.TICK.dividedBy(5));
        }
        assertThat(waiting).isNotDone();
        peer.readsAgain();
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(20));
    }
}
