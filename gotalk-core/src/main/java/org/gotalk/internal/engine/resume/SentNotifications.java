package org.gotalk.internal.engine.resume;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.wire.EncodedMessage;
import org.jspecify.annotations.Nullable;

/**
 * The notifications of one session, over one connection after the other: it counts them, and keeps the last ones until the
 * peer has acknowledged them. Within its bounds, the oldest make way; the peer then cannot go on from before them.
 *
 * <p>Counts are numbers of 32 bits that begin again after the greatest. The lock is held while a message is queued, so that
 * the order here is that on the wire; sending comes after it. Thread-safe.
 */
public final class SentNotifications {

    private final int maxMessages;
    private final long maxBytes;

    @GuardedBy("this")
    private final Deque<EncodedMessage> kept = new ArrayDeque<>(0);

    @GuardedBy("this")
    private long bytes;

    @GuardedBy("this")
    private int count; // of all that were sent

    @GuardedBy("this")
    private @Nullable Outbox carrier;

    /** As {@link #SentNotifications(int, long)}, when the peer has got this many that are not known here any more. */
    public SentNotifications(int maxMessages, long maxBytes, int got) {
        this(maxMessages, maxBytes);
        this.count = got;
    }

    /**
     * Has sent nothing.
     *
     * @param maxMessages kept messages
     * @param maxBytes of kept messages
     */
    public SentNotifications(int maxMessages, long maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    /** Queues a message if there is room and the outbox is still that of the session. */
    boolean offer(Outbox outbox, EncodedMessage message) {
        synchronized (this) {
            if (carrier != outbox || !outbox.enqueue(message)) {
                return false;
            }
            count++;
            keep(message);
        }
        outbox.flush();
        return true;
    }

    /** Whether all that follows these is kept. */
    public synchronized boolean canGoOnAfter(int got) {
        int missing = count - got;
        return missing >= 0 && missing <= kept.size();
    }

    /**
     * Goes on over another connection: queues a first message, and then what the peer has not got.
     *
     * @param got how many the peer has got; must be one after which this {@linkplain #canGoOnAfter can go on}
     */
    void continueOver(Outbox outbox, EncodedMessage first, int got) {
        synchronized (this) {
            carrier = outbox;
            forget(got);
            if (outbox.enqueueAlways(first)) {
                kept.forEach(outbox::enqueueAlways);
            }
        }
    }

    /** The peer has handled this many; they are not needed any more. */
    synchronized void acknowledged(int handled) {
        forget(handled);
    }

    @GuardedBy("this")
    private void forget(int handled) {
        int missing = count - handled;
        while (missing >= 0 && kept.size() > missing) {
            removeFirst();
        }
    }

    @GuardedBy("this")
    private void keep(EncodedMessage message) {
        kept.addLast(message);
        bytes += message.size();
        while (!kept.isEmpty() && (kept.size() > maxMessages || bytes > maxBytes)) {
            removeFirst();
        }
    }

    @GuardedBy("this")
    private void removeFirst() {
        bytes -= kept.removeFirst().size();
    }

    /** Bytes that are kept. */
    public synchronized long bytes() {
        return bytes;
    }
}
