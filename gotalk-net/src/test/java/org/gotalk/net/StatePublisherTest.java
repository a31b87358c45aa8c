package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.ConnectFailedException;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.net.ConnectionState.Closed;
import org.gotalk.net.ConnectionState.Connecting;
import org.gotalk.net.ConnectionState.Open;
import org.gotalk.net.ConnectionState.Waiting;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** How users learn how it stands. */
class StatePublisherTest {

    private final ReconnectFixture fixture = new ReconnectFixture();

    @Test
    void aListenerHearsOfEachStateInItsOrder() {
        fixture.refuses();
        RawPeer peer = fixture.acceptsNext();
        fixture.ends(peer, 1012);
        fixture.sock.close();
        fixture.executor.runAll();
        assertThat(fixture.told)
                .extracting(state -> (Object) state.getClass())
                .containsExactly(
                        Connecting.class, Waiting.class, Connecting.class, Open.class, Waiting.class, Closed.class);
    }

    @Test
    void whoWaitsForAnAttemptHearsHowLongAndWhy() {
        fixture.refuses();
        Waiting first = (Waiting) fixture.sock.state();
        assertThat(first.delay()).isEqualTo(Duration.ofMillis(500));
        assertThat(first.cause())
                .isInstanceOf(ConnectFailedException.class)
                .hasMessage("cannot connect to tcp://test:1: refused");
        fixture.ends(fixture.acceptsNext(), 1012);
        Waiting second = (Waiting) fixture.sock.state();
        assertThat(second.delay()).isEqualTo(Duration.ofMillis(500));
        assertThat(second.cause())
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        lost -> assertThat(lost.reason().code()).isEqualTo(CloseReason.Code.GOING_AWAY));
    }

    @Test
    void theStateIsThatOfNowWhileTheListenerHearsOfItLater() {
        List<Class<?>> told = new ArrayList<>();
        ReconnectFixture busy =
                new ReconnectFixture(options -> options.listener((sock, state) -> told.add(state.getClass())));
        assertThat(busy.sock.state()).isInstanceOf(Connecting.class);
        assertThat(told).isEmpty();
        busy.executor.runAll();
        assertThat(told).containsExactly(Connecting.class);
    }

    @Test
    void aListenerThatFailsHearsOfTheNextStateAllTheSame() {
        List<Class<?>> told = new ArrayList<>();
        ReconnectFixture failing = new ReconnectFixture(options -> options.listener((sock, state) -> {
            told.add(state.getClass());
            throw new IllegalStateException("as the test wants it");
        }));
        failing.accepts();
        failing.sock.close();
        assertThat(failing.closed()).isCompletedWithValue(CloseReason.NORMAL);
        assertThat(told).containsExactly(Connecting.class, Open.class, Closed.class);
    }

    @Test
    void theEndIsToldTheListenerBeforeThoseWhoWaitForIt() {
        List<String> order = new ArrayList<>();
        ReconnectFixture ending = new ReconnectFixture(options -> options.listener((sock, state) -> {
            if (state instanceof Closed) {
                order.add("listener");
            }
        }));
        CompletableFuture<?> closed =
                ending.sock.closed().thenAccept(reason -> order.add("waiter")).toCompletableFuture();
        ending.sock.close();
        ending.executor.runAll();
        assertThat(closed).isCompleted();
        assertThat(order).containsExactly("listener", "waiter");
    }

    @Test
    void whoNeedsTheConnectionItselfMayWaitForIt() {
        CompletableFuture<Sock> waited = fixture.sock.connection().toCompletableFuture();
        assertThat(waited).isNotDone();
        RawPeer peer = fixture.accepts();
        assertThat(waited).isCompletedWithValue(((Open) fixture.sock.state()).connection());
        assertThat(fixture.sock.connection().toCompletableFuture()).isCompletedWithValue(waited.join());
        fixture.ends(peer, 1006);
        CompletableFuture<Sock> next = fixture.sock.connection().toCompletableFuture();
        assertThat(next).isNotDone();
        fixture.acceptsNext();
        assertThat(next).isCompleted();
        assertThat(next.join()).isNotSameAs(waited.join());
    }

    @Test
    void whoWaitsForAConnectionHearsWhenThereWillBeNone() {
        CompletableFuture<Sock> waited = fixture.sock.connection().toCompletableFuture();
        fixture.sock.close();
        assertThat(fixture.failureOf(waited)).isInstanceOf(SockClosedException.class);
        assertThat(fixture.failureOf(fixture.sock.connection())).isInstanceOf(SockClosedException.class);
    }

    @Test
    void aConnectionThatClosesForGoodIsGivenToNobody() {
        fixture.accepts();
        fixture.sock.close();
        assertThat(fixture.failureOf(fixture.sock.connection())).isInstanceOf(SockClosedException.class);
    }
}
