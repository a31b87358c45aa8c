package org.gotalk.reach.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.internal.engine.resume.SentNotifications;
import org.gotalk.reach.Position;
import org.gotalk.reach.SessionLimits;
import org.jspecify.annotations.Nullable;

/**
 * What a peer comes back to: the notifications that it may not have got, and the messages of its rooms while it has no
 * connection. Thread-safe.
 */
final class PeerSession {

    private final String key;
    private final String user;
    private final SessionLimits limits;
    private final AwayBytes all;

    @GuardedBy("this")
    private EngineSock sock;

    @GuardedBy("this")
    private SentNotifications sent;

    @GuardedBy("this")
    private int handled; // notifications of the peer, over earlier connections

    @GuardedBy("this")
    private State state = State.CONNECTED;

    @GuardedBy("this")
    private final Deque<AwayMessage> away = new ArrayDeque<>(0);

    @GuardedBy("this")
    private final Map<String, Delivered> deliveredDirectly = new HashMap<>(0);

    @GuardedBy("this")
    private long awayBytes;

    @GuardedBy("this")
    private long held; // bytes of what was sent and may have to be repeated, while away

    @GuardedBy("this")
    private boolean isIncomplete; // a message could not be kept

    @GuardedBy("this")
    private CompletableFuture<?> turns = CompletableFuture.completedFuture(null);

    @GuardedBy("this")
    private Cancellable expiry = Cancellable.DROPPED;

    private enum State {
        CONNECTED,
        AWAY,
        /** Another connection is about to carry it. */
        MOVING,
        ENDED
    }

    /** What one costs besides its messages, in bytes. */
    private static final long OVERHEAD = 1024;

    /**
     * A session of a connection that is there.
     *
     * @param user the name of its user; empty for nobody
     */
    PeerSession(String key, String user, EngineSock sock, SessionLimits limits, AwayBytes all) {
        this.key = key;
        this.user = user;
        this.sock = sock;
        this.limits = limits;
        this.all = all;
        this.sent = newSent();
    }

    private SentNotifications newSent() {
        return new SentNotifications(limits.maxMessages(), limits.maxBytes());
    }

    String key() {
        return key;
    }

    String user() {
        return user;
    }

    /** The connection, or the last one. */
    synchronized EngineSock sock() {
        return sock;
    }

    /** Goes on only when all that was begun before is done: peers that come back twice at once do it one by one. */
    synchronized <T> CompletionStage<T> inTurn(CompletionStage<?> ready, Supplier<T> step) {
        CompletableFuture<T> next = turns.thenCombine(ready, (before, now) -> step.get());
        turns = next.handle((done, failure) -> null);
        return next;
    }

    /** Has the first connection count. */
    void begin() {
        EngineSock first;
        SentNotifications own;
        synchronized (this) {
            first = sock;
            own = sent;
        }
        first.resumption().begin(own, 0, 0);
    }

    /** Sends a message of a room, or keeps it. */
    void deliver(AwayMessage message) {
        boolean isKept = false;
        while (!isKept) {
            EngineSock target = connected();
            if (target != null && target.tryNotify(message.notification())) {
                return;
            }
            if (target != null && target.isOpen()) {
                isTooSlow(target);
                return;
            }
            isKept = keep(message, target);
        }
        all.makeRoom();
    }

    private synchronized @Nullable EngineSock connected() {
        return state == State.CONNECTED ? sock : null;
    }

    /** There is no room for a message, which is lost. */
    private void isTooSlow(EngineSock target) {
        synchronized (this) {
            isIncomplete = true;
        }
        target.close(LocalPeer.TOO_SLOW);
    }

    /** Keeps a message, unless there is a connection that was not tried. */
    private synchronized boolean keep(AwayMessage message, @Nullable EngineSock tried) {
        if (state == State.CONNECTED && sock != tried) {
            return false;
        }
        if (state == State.CONNECTED) {
            state = State.AWAY;
        }
        keep(message);
        return true;
    }

    @GuardedBy("this")
    private void keep(AwayMessage message) {
        Delivered known = deliveredDirectly.get(message.subject());
        if (state == State.ENDED || isIncomplete || (known != null && known.has(message.position()))) {
            return;
        }
        away.addLast(message);
        awayBytes += message.size();
        all.add(message.size());
        if (away.size() > limits.maxMessages() || awayBytes > limits.maxBytes()) {
            drop();
        }
    }

    /** Nothing is kept any more, since not all of it could be. */
    @GuardedBy("this")
    private void drop() {
        isIncomplete = true;
        clear();
        sent = newSent();
    }

    @GuardedBy("this")
    private void clear() {
        all.remove(awayBytes + held);
        away.clear();
        awayBytes = 0;
        held = 0;
    }

    /**
     * The connection is gone, and the peer may come back.
     *
     * @param onExpiry cancels the end of the session
     * @return false if the session has ended
     */
    synchronized boolean goesAway(Cancellable onExpiry) {
        if (state == State.ENDED) {
            return false;
        }
        expiry.cancel();
        expiry = onExpiry;
        state = State.AWAY;
        if (held == 0) {
            held = sent.bytes() + OVERHEAD;
            all.add(held);
        }
        return true;
    }

    /** Whether another connection is about to carry it. */
    synchronized boolean isMoving() {
        return state == State.MOVING;
    }

    /** Keeps messages from now on, for another connection; false if the session has ended. */
    synchronized boolean awaitsNext() {
        if (state == State.ENDED) {
            return false;
        }
        state = State.MOVING;
        expiry.cancel();
        return true;
    }

    /** Nobody may go on with it. */
    synchronized void refuseNext() {
        state = State.ENDED;
    }

    /** Ends the session. */
    synchronized void end() {
        state = State.ENDED;
        expiry.cancel();
        clear();
    }

    /** A peer is not to get what was kept of a subject. */
    synchronized void forget(String subject) {
        removeKept(message -> message.subject().equals(subject));
    }

    /** A subject's messages between two positions went to the next connection before the session did. */
    synchronized void wereDelivered(String subject, Delivered delivered) {
        deliveredDirectly.put(subject, delivered);
        removeKept(message -> message.subject().equals(subject) && delivered.has(message.position()));
    }

    @GuardedBy("this")
    private void removeKept(Predicate<AwayMessage> condition) {
        for (Iterator<AwayMessage> kept = away.iterator(); kept.hasNext(); ) {
            AwayMessage message = kept.next();
            if (condition.test(message)) {
                kept.remove();
                awayBytes -= message.size();
                all.remove(message.size());
            }
        }
    }

    /**
     * Goes on over another connection, once the last one has ended.
     *
     * @param got how many notifications the peer has got
     */
    Continued continueOver(EngineSock next, int got) {
        SentNotifications own;
        boolean isExact;
        int peers;
        synchronized (this) {
            handled += sock.resumption().handledHere();
            isExact = !isIncomplete && sent.canGoOnAfter(got);
            if (!isExact) {
                drop();
            }
            own = sent;
            peers = handled;
            sock = next;
            isIncomplete = false;
        }
        next.resumption().begin(own, isExact ? got : 0, peers);
        return new Continued(isExact, peers);
    }

    /** Sends what was kept, and what comes meanwhile; then messages go to the connection. */
    void catchUp() {
        while (true) {
            AwayMessage next;
            EngineSock target;
            synchronized (this) {
                next = away.pollFirst();
                target = sock;
                if (next == null) {
                    state = state == State.MOVING ? State.CONNECTED : state;
                    deliveredDirectly.clear();
                    clear();
                    return;
                }
                awayBytes -= next.size();
                all.remove(next.size());
            }
            if (!target.tryNotify(next.notification())) {
                putBack(next);
                if (target.isOpen()) {
                    isTooSlow(target);
                }
                return; // the next connection gets the rest
            }
        }
    }

    private synchronized void putBack(AwayMessage message) {
        away.addFirst(message);
        awayBytes += message.size();
        all.add(message.size());
    }

    /**
     * How a session goes on.
     *
     * @param isExact whether the peer misses nothing
     * @param handled notifications of the peer that were handled
     */
    record Continued(boolean isExact, int handled) {}

    /**
     * Messages that went directly to the next connection: those after the first position up to the last.
     */
    record Delivered(Position after, Position upTo) {

        boolean has(Position position) {
            return position.isAfter(after) && !position.isAfter(upTo);
        }
    }
}
