package org.gotalk.internal.engine.calls;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.gotalk.RetryLater;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.RetryResult;

/** Sends again what the peer refused for the time being: never before it may, not too often, and within the call's time. */
public final class Retries {

    /** The wait grows from here with each attempt, for peers that ask for none and refuse all the same. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(25);

    private static final int MOST_DOUBLINGS = 8;
    private static final double MOST_JITTER = 0.25;

    private static final String ASKS_TO_RETRY = "the peer asks to try again later";

    private final EngineSettings settings;
    private final PendingCalls pending;
    private final Outbox outbox;

    Retries(EngineSettings settings, PendingCalls pending, Outbox outbox) {
        this.settings = settings;
        this.pending = pending;
        this.outbox = outbox;
    }

    /** What the peer said, as the caller is to see it. */
    static RetryLater refusal(RetryResult message) {
        String text = message.payload().text();
        return RetryLater.after(Duration.ofMillis(message.waitMillis()), text.isEmpty() ? ASKS_TO_RETRY : text);
    }

    /** The peer refused the call. It goes on, or fails with this refusal. */
    void refused(PendingCall call, RetryLater refusal) {
        Duration wait = wait(call.attempts(), refusal.delay());
        if (call.attempts() >= settings.limits().maxAttempts()
                || !call.deadline().allows(wait, settings.scheduler().nanoTime())) {
            pending.fail(call, refusal);
            return;
        }
        pending.goesOn(call);
        call.cancelWhenOver(settings.scheduler().schedule(() -> sendAgain(call, refusal), wait));
    }

    /** Nobody can wait for room on this thread: where there is none, that counts as one more refusal. */
    private void sendAgain(PendingCall call, RetryLater refusal) {
        if (!call.isOver() && !outbox.offer(call.message(), call) && !outbox.isClosed()) {
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
