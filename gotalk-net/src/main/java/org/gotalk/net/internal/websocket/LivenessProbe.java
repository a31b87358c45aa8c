package org.gotalk.net.internal.websocket;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.internal.concurrent.Scheduler;

/**
 * Finds out whether a peer is there still from which nothing comes after a pause. The JDK loses the end of a connection
 * that it sees while nothing is asked for, and would not tell of it ever; but it does tell when something cannot be sent.
 *
 * <p>A connection on which nothing happens has neither pings nor a timer.
 */
final class LivenessProbe {

    static final Duration QUIET = Duration.ofMillis(500);

    /** The first makes the network say that nobody is there, the JDK fails the one after the next. */
    private static final int PINGS = 3;

    private final WebSocket socket;
    private final Scheduler scheduler;
    private final Runnable whenGone;
    private final AtomicInteger due = new AtomicInteger();
    private final AtomicBoolean isTimed = new AtomicBoolean();

    /**
     * A probe at rest.
     *
     * @param whenGone told at most so often as there are pings
     */
    LivenessProbe(WebSocket socket, Scheduler scheduler, Runnable whenGone) {
        this.socket = socket;
        this.scheduler = scheduler;
        this.whenGone = whenGone;
    }

    /** The peer is there. */
    void heard() {
        due.set(0);
    }

    /** The peer may have gone meanwhile. */
    void doubt() {
        due.set(PINGS);
        time();
    }

    private void time() {
        if (isTimed.compareAndSet(false, true)) {
            scheduler.schedule(this::look, QUIET);
        }
    }

    private void look() {
        isTimed.set(false);
        if (due.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            CompletionStage<WebSocket> ping = socket.sendPing(ByteBuffer.allocate(0));
            ping.whenComplete((sent, failure) -> {
                if (failure instanceof IOException) {
                    whenGone.run();
                }
            });
        }
        if (due.get() > 0) {
            time();
        }
    }
}
