package org.gotalk.internal.engine.calls;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.gotalk.RetryLater;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.message.RetryResult;

/** Retries refused requests: after the requested wait, with limited attempts and within the timeout. */
public final class Retries {

    /** Doubles with each attempt, for peers that keep refusing without asking for a wait. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(25);

    private static final int MOST_DOUBLINGS = 8;
    private static final double MOST_JITTER = 0.25;

    private static final String ASKS_TO_RETRY = "the peer asks to try again later";

    private final EngineSettings settings;
    private final PendingCalls pending;
    private final Outbox outbox;
    private final CancelSender cancels;

    Retries(EngineSettings settings, PendingCalls pending, Outbox outbox, CancelSender cancels) {
        this.settings = settings;
        this.pending = pending;
        this.outbox = outbox;
        this.cancels = cancels;
    }

    /** The refusal as an exception for the caller. */
    public static RetryLater refusal(RetryResult message) {
        String text = message.payload().text();
        return RetryLater.after(Duration.ofMillis(message.waitMillis()), text.isEmpty() ? ASKS_TO_RETRY : text);
    }

    /** Retries a refused request, or fails it with this refusal. */
    void refused(PendingCall call, RetryLater refusal) {
        Duration wait = wait(call.attempts(), refusal.delay());
        if (call.attempts() >= settings.limits().maxAttempts()
                || !call.deadline().allows(wait, settings.scheduler().nanoTime())) {
            pending.fail(call, refusal);
            return;
        }
        pending.retry(call);
        call.cancelWhenOver(settings.scheduler().schedule(() -> sendAgain(call, refusal), wait));
    }

    /** This thread must not wait for room: a full outbox counts as a refusal. */
    private void sendAgain(PendingCall call, RetryLater refusal) {
        if (call.isOver()) {
            return;
        }
        if (outbox.offer(call.message(), call)) {
            cancels.queued(call);
        } else if (!outbox.isClosed()) {
            refused(call, refusal);
        }
    }

    private static Duration wait(int attempts, Duration asked) {
        Duration grown = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        Duration least = asked.compareTo(grown) > 0 ? asked : grown;
        double jitter = ThreadLocalRandom.current().nextDouble(MOST_JITTER);
        return least.plusNanos((long) (least.toNanos() * jitter));
    }
}
