package org.gotalk.internal.engine.resume;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.outbound.SendListener;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.AckMessage;
import org.gotalk.internal.wire.message.ByeMessage;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.jspecify.annotations.Nullable;

/**
 * The part of a connection in a session that survives it. Idle until {@link #begin}, which both sides call when they have
 * agreed; each then says so with its first {@code $gotalk/ack}, from which on its notifications count. So neither counts
 * what the other does not, whatever is under way meanwhile.
 *
 * <p>Notifications of the peer count when they are handled. Thread-safe.
 */
public final class Resumption {

    /** Handled notifications after which an acknowledgement is sent. */
    public static final int ACK_EVERY = 64;

    /** Maximum time until an acknowledgement is sent, in milliseconds. */
    public static final long ACK_MILLIS = 5_000;

    private final Outbox outbox;
    private final LongSupplier clock;
    private final AtomicInteger handledHere = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger(); // of those
    private volatile boolean peerCounts;
    private volatile boolean peerLeft;

    @GuardedBy("this")
    private boolean hasStopped;

    private volatile @Nullable Begun begun;
    private volatile long acknowledgedAt;

    /** @param clock in nanoseconds */
    public Resumption(Outbox outbox, LongSupplier clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Has this connection carry a session from now on, and repeats what the peer has not got.
     *
     * @param sent the notifications of this side
     * @param got how many of those the peer has got
     * @param handledBefore how many of the peer's were handled over earlier connections
     */
    public void begin(SentNotifications sent, int got, int handledBefore) {
        acknowledgedAt = clock.getAsLong();
        begun = new Begun(sent, handledBefore);
        sent.continueOver(outbox, EncodedMessage.of(AckMessage.of(handledBefore)), got);
        outbox.flush();
    }

    /** The session's notifications; null if there is no session. */
    public @Nullable SentNotifications sent() {
        Begun now = begun;
        return now == null ? null : now.sent;
    }

    /** Queues a notification of a session. */
    public boolean offer(SentNotifications sent, EncodedMessage message) {
        return sent.offer(outbox, message);
    }

    /** An acknowledgement of the peer. What is no count is ignored. */
    public void received(NotificationMessage ack) {
        peerCounts = true;
        Begun now = begun;
        if (now != null) {
            AckMessage.count(ack).ifPresent(now.sent::acknowledged);
        }
    }

    /** This side closes the connection for good: a peer in a session is told. */
    public void leave() {
        if (begun != null) {
            boolean unused = outbox.force(EncodedMessage.of(ByeMessage.of()));
        }
    }

    /** The peer has said that it leaves. */
    public void receivedBye() {
        peerLeft = true;
    }

    /** Whether the peer has said that it leaves. */
    public boolean hasPeerLeft() {
        return peerLeft;
    }

    /** Whether notifications of the peer count. */
    public boolean isCounting() {
        return peerCounts;
    }

    /** A notification that counts is about to be handled; false if it must not be. Called for one at a time. */
    public boolean handles() {
        int handled;
        synchronized (this) {
            if (hasStopped) {
                return false;
            }
            handled = handledHere.incrementAndGet();
        }
        if (handled - acknowledged.get() >= ACK_EVERY) {
            acknowledge();
        }
        return true;
    }

    /**
     * Another connection carries the session from now on. No further notification is handled here: the peer repeats it
     * there.
     *
     * @return how many were handled over this connection
     */
    public synchronized int stop() {
        hasStopped = true;
        return handledHere.get();
    }

    /** Acknowledges what was not yet, if it is time. */
    public void tick(long now) {
        boolean isDue = now - acknowledgedAt >= TimeUnit.MILLISECONDS.toNanos(ACK_MILLIS);
        if (begun != null && isDue && handledHere.get() != acknowledged.get()) {
            acknowledge();
        }
    }

    private void acknowledge() {
        Begun now = begun;
        if (now == null) {
            return;
        }
        int handled = handledHere.get();
        EncodedMessage ack = EncodedMessage.of(AckMessage.of(now.handledBefore + handled));
        if (outbox.offer(ack, SendListener.UNWATCHED)) {
            acknowledged.set(handled);
            acknowledgedAt = clock.getAsLong();
        }
    }

    /**
     * Since both sides have agreed.
     *
     * @param handledBefore how many notifications of the peer were handled over earlier connections
     */
    private record Begun(SentNotifications sent, int handledBefore) {}
}
