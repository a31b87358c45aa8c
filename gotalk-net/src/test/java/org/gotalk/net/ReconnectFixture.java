package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.gotalk.CloseReason;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.internal.shared.Threads;
import org.gotalk.test.internal.ManualScheduler;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.RawPeer;
import org.jspecify.annotations.Nullable;

/** A connection that stays, whose time, threads, chance and network a test moves by hand. */
final class ReconnectFixture {

    /** Longer than any wait for an attempt. */
    private static final int PATIENCE_MILLIS = 20_000;

    final ManualScheduler scheduler = new ManualScheduler();
    final ManualExecutor executor = new ManualExecutor();
    final Handlers handlers = Handlers.create();
    final List<ConnectionState> told = new ArrayList<>();
    final Engine engine;
    final DefaultReconnectingSock sock;
    double random;

    @Nullable
    RuntimeException attemptsThrow;

    private final List<CompletableFuture<RawPeer>> attempts = new ArrayList<>();

    /** With the default options, apart from the changes. It has begun its first attempt. */
    ReconnectFixture(UnaryOperator<ReconnectOptions> changes) {
        this(Limits.defaults(), changes);
    }

    ReconnectFixture() {
        this(options -> options);
    }

    ReconnectFixture(Limits limits, UnaryOperator<ReconnectOptions> changes) {
        engine = new EngineBuilder(() -> handlers)
                .limits(limits)
                .executor(executor)
                .scheduler(scheduler)
                .build();
        ReconnectOptions options = changes.apply(
                ReconnectOptions.defaults().sessions(SessionMode.NEVER).listener((changed, state) -> told.add(state)));
        sock = new DefaultReconnectingSock(
                "tcp://test:1",
                options,
                engine,
                new Threads(executor, scheduler, Thread::new, 1),
                () -> random,
                this::dial);
        sock.start();
    }

    /** How many attempts there were. */
    int attempts() {
        return attempts.size();
    }

    /** The attempt under way succeeds. What it has heard behind the version is there to be asked for. */
    RawPeer accepts() {
        return accepts(new RawPeer());
    }

    RawPeer accepts(RawPeer peer) {
        connects(peer);
        peer.says("01");
        executor.runAll();
        return peer;
    }

    /** The network of the attempt under way is there; the peer says nothing yet. */
    void connects(RawPeer peer) {
        assertThat(attempt().complete(peer)).as("an attempt is under way").isTrue();
        assertThat(peer.hears()).isEqualTo("01");
    }

    /** The attempt under way fails, because nobody listens. */
    void refuses() {
        fails(new ConnectException("refused"));
    }

    void fails(Throwable cause) {
        assertThat(attempt().completeExceptionally(cause))
                .as("an attempt is under way")
                .isTrue();
        executor.runAll();
    }

    /** The peer's network is gone; it closes in an orderly way with 1000. */
    void ends(RawPeer peer, int code) {
        peer.vanishes(code);
        executor.runAll();
    }

    /** Lets time pass until an attempt begins; the time in milliseconds. */
    int untilNextAttempt() {
        int before = attempts.size();
        for (int waited = 0; waited < PATIENCE_MILLIS; waited++) {
            scheduler.advance(Duration.ofMillis(Math.min(waited, 1)));
            if (attempts.size() > before) {
                executor.runAll();
                return waited;
            }
        }
        throw new AssertionError("no attempt follows");
    }

    /** The next attempt after whatever time, which succeeds. */
    RawPeer acceptsNext() {
        untilNextAttempt();
        return accepts();
    }

    /** Time passes in which a connected peer shows that it lives. */
    void passes(Duration span, RawPeer peer) {
        for (Duration left = span; left.compareTo(Duration.ZERO) > 0; left = left.minusSeconds(1)) {
            peer.says("h000000000000");
            scheduler.advance(left.compareTo(Duration.ofSeconds(1)) < 0 ? left : Duration.ofSeconds(1));
        }
        peer.hears();
    }

    /** Why a call failed. */
    Throwable failureOf(CompletionStage<?> call) {
        executor.runAll();
        assertThat(call.toCompletableFuture()).isCompletedExceptionally();
        return call.handle((result, failure) -> failure.getCause() == null ? failure : failure.getCause())
                .toCompletableFuture()
                .join();
    }

    CompletableFuture<CloseReason> closed() {
        executor.runAll();
        return sock.closed().toCompletableFuture();
    }

    private CompletableFuture<RawPeer> attempt() {
        return attempts.get(attempts.size() - 1);
    }

    private CompletionStage<EngineSock> dial(Handlers offered) {
        if (attemptsThrow != null) {
            throw attemptsThrow;
        }
        CompletableFuture<RawPeer> attempt = new CompletableFuture<>();
        attempts.add(attempt);
        return attempt.thenCompose(peer -> engine.open(peer, Peer.at("tcp://test:1"), offered, Duration.ofSeconds(10)))
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(new ConnectFailedException("tcp://test:1", failure.getCause())));
    }
}
