package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gotalk.GotalkException;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.spi.EngineObserver;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;

/** An engine whose time and threads a test moves by hand. */
public final class EngineFixture {

    final ManualScheduler scheduler = new ManualScheduler();
    final ManualExecutor executor = new ManualExecutor();
    final RecordingApplication application = new RecordingApplication();
    final Engine engine;

    EngineFixture() {
        this(Limits.defaults());
    }

    EngineFixture(Limits limits) {
        this(limits, EngineObserver.NONE);
    }

    EngineFixture(Limits limits, EngineObserver observer) {
        engine = new EngineBuilder(application)
                .limits(limits)
                .observer(observer)
                .executor(executor)
                .scheduler(scheduler)
                .build();
    }

    /** A connection whose handshake is done and of which the application knows. */
    Sock connected(RawPeer peer) {
        Sock sock = connecting(peer);
        peer.says("01");
        executor.runAll();
        peer.hears();
        return sock;
    }

    /** A connection whose peer has not said anything yet. */
    Sock connecting(RawPeer peer) {
        return engine.connect(peer, Peer.at("test"));
    }

    /** Why a call of this side failed. */
    GotalkException failureOf(CompletableFuture<?> call) {
        executor.runAll();
        assertThat(call).isCompletedExceptionally();
        try {
            call.join();
            throw new AssertionError("the call did not fail");
        } catch (CompletionException e) {
            return (GotalkException) e.getCause();
        }
    }
}
