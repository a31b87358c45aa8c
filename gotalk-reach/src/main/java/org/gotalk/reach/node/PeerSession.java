package org.gotalk.reach.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.internal.concurrent.Scheduler.Cancellable;
import org.gotalk.internal.concurrent.StageQueue;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.internal.engine.resume.SentNotifications;
import org.gotalk.reach.Position;
import org.gotalk.reach.SessionLimits;
import org.gotalk.reach.node.AwayMessages.Delivered;
import org.jspecify.annotations.Nullable;

/**
 * What a peer comes back to: the notifications that it may not have got, and the messages of its rooms while it has no
 * connection. Thread-safe.
 */
final class PeerSession {

    static final CloseReason TOO_SLOW =
            CloseReason.of(CloseReason.Code.GOING_AWAY, "reads the messages of a room too slowly");

    private volatile String user;
    private final SessionLimits limits;
    private final AwayBytes all;
    private final StageQueue returns = new StageQueue();

    @GuardedBy("this")
    private SessionKeys keys = SessionKeys.create();

    @GuardedBy("this")
    private EngineSock sock;

    @GuardedBy("this")
    private SentNotifications sent;

    @GuardedBy("this")
    private int handled; // notifications of the peer, over earlier connections

    @GuardedBy("this")
    private State state = State.CONNECTED;

    private volatile @Nullable EngineSock connected; // the connection in that state; written under the lock

    @GuardedBy("this")
    private final AwayMessages away;

    @GuardedBy("this")
    private Cancellable expiry = Cancellable.DROPPED;

    private enum State {
        CONNECTED,
        AWAY,
        /** Another connection is about to carry it. */
        MOVING,
        ENDED
    }

    /**
     * A session of a connection that is there.
     *
     * @param user the name of its user; empty for nobody
     */
    PeerSession(String user, EngineSock sock, SessionLimits limits, AwayBytes all) {
        this.user = user;
        this.sock = sock;
        this.limits = limits;
        this.all = all;
        this.away = new AwayMessages(limits, all);
        this.sent = newSent();
        this.connected = sock;
    }

    private SentNotifications newSent() {
        return new SentNotifications(limits.maxMessages(), limits.maxBytes());
    }

    synchronized SessionKeys keys() {
        return keys;
    }

    String user() {
        return user;
    }

    /** Its user has changed: only that one may go on with it. */
    void identified(String newUser) {
        user = newUser;
    }

    /** The connection, or the last one. */
    synchronized EngineSock sock() {
        return sock;
    }

    /** The returns of the peer: one that comes back twice at once does it one by one. */
    StageQueue returns() {
        return returns;
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
    void deliver(String subject, Position position, EncodedNotification notification) {
        boolean isKept = false;
        while (!isKept) {
            EngineSock target = connected;
            if (target != null && target.tryNotify(notification)) {
                return;
            }
            if (target != null && target.isOpen()) {
                closeTooSlow(target);
                return;
            }
            isKept = keep(new AwayMessage(subject, position, notification), target);
        }
        all.makeRoom();
    }

    @GuardedBy("this")
    private void enter(State next) {
        state = next;
        connected = next == State.CONNECTED ? sock : null;
    }

    /** There is no room for a message, which is lost. */
    private void closeTooSlow(EngineSock target) {
        synchronized (this) {
            away.lost();
        }
        target.close(TOO_SLOW);
    }

    /** Keeps a message, unless there is a connection that was not tried. */
    private synchronized boolean keep(AwayMessage message, @Nullable EngineSock tried) {
        if (state == State.CONNECTED && sock != tried) {
            return false;
        }
        if (state == State.CONNECTED) {
            enter(State.AWAY);
        }
        if (state != State.ENDED) {
            away.add(message);
        }
        return true;
    }

    /**
     * The connection is gone, and the peer may come back.
     *
     * @param onExpiry cancels the end of the session
     * @param subjects how many rooms and users the peer belongs to
     * @return false if the session has ended, or another connection carries it or is about to
     */
    synchronized boolean goesAway(EngineSock gone, Cancellable onExpiry, int subjects) {
        if (state == State.ENDED || state == State.MOVING || sock != gone) {
            onExpiry.cancel();
            return false;
        }
        expiry.cancel();
        expiry = onExpiry;
        enter(State.AWAY);
        away.begin(sent.bytes(), subjects);
        return true;
    }

    /** Has nobody go on with it, if the peer is away; whether it is. */
    synchronized boolean endIfAway() {
        boolean isAway = state == State.AWAY;
        if (isAway) {
            enter(State.ENDED);
        }
        return isAway;
    }

    /** Whether nobody may go on with it. */
    synchronized boolean hasEnded() {
        return state == State.ENDED;
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
        enter(State.MOVING);
        expiry.cancel();
        return true;
    }

    /** Nobody may go on with it. */
    synchronized void refuseNext() {
        enter(State.ENDED);
    }

    /** Ends the session. */
    synchronized void end() {
        enter(State.ENDED);
        expiry.cancel();
        away.clear();
    }

    /** See {@link AwayMessages#forget}. */
    synchronized void forget(String subject) {
        away.forget(subject);
    }

    /** See {@link AwayMessages#wereDelivered}. */
    synchronized void wereDelivered(String subject, Delivered delivered) {
        away.wereDelivered(subject, delivered);
    }

    /**
     * Goes on over another connection, once the last one has ended. A peer that cannot recover begins again, in the same
     * rooms and with another key.
     */
    Continued continueOver(EngineSock next, HelloRequest request) {
        SentNotifications own;
        boolean isExact;
        int peers;
        synchronized (this) {
            handled += sock.resumption().stop();
            isExact = request.session().filter(keys.present()::equals).isPresent()
                    && !away.isIncomplete()
                    && sent.canGoOnAfter(request.got());
            if (!isExact) {
                away.clear();
                sent = newSent();
                handled = 0;
                keys = keys.renewed(request.session().orElse(keys.present()));
            }
            own = sent;
            peers = handled;
            sock = next;
            away.isWholeAgain();
        }
        next.resumption().begin(own, isExact ? request.got() : 0, peers);
        return new Continued(isExact, peers);
    }

    /** Sends what was kept, and what comes meanwhile; then messages go to the connection. */
    void catchUp() {
        while (true) {
            AwayMessage next;
            EngineSock target;
            synchronized (this) {
                next = away.poll();
                target = sock;
                if (next == null) {
                    if (state == State.MOVING) {
                        enter(State.CONNECTED);
                    }
                    away.clear();
                    return;
                }
            }
            if (!target.tryNotify(next.notification())) {
                putBack(next);
                if (target.isOpen()) {
                    closeTooSlow(target);
                }
                return; // the next connection gets the rest
            }
        }
    }

    private synchronized void putBack(AwayMessage message) {
        away.putBack(message);
        if (state == State.MOVING) {
            enter(State.AWAY);
        }
    }

    /**
     * How a session goes on.
     *
     * @param isExact whether the peer misses nothing
     * @param handled notifications of the peer that were handled
     */
    record Continued(boolean isExact, int handled) {}
}
