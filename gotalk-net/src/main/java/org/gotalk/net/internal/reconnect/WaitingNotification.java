package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.EncodedNotification;
import org.gotalk.GotalkException;
import org.gotalk.SockClosedException;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.internal.reconnect.ReconnectingSender.Admission;

/** A notification. Once a connection has queued it, nobody hears of it again. */
final class WaitingNotification implements WaitingMessage {

    private final ReconnectingSender sender;
    private final EncodedNotification notification;
    private final Executor context; // of the caller
    private final long order;

    WaitingNotification(ReconnectingSender sender, EncodedNotification notification, Executor context) {
        this.sender = sender;
        this.context = context;
        this.notification = notification;
        this.order = sender.nextOrder();
    }

    /** Sends it or lets it wait, once there is room for that; throws when there is none in time. */
    void send(Duration patience) {
        for (boolean isSettled = false; !isSettled; ) {
            Admission admission = sender.enter(this, patience);
            GotalkException refusal = admission.refusal();
            EngineSock to = admission.straight();
            if (refusal != null) {
                throw refusal;
            }
            isSettled = to == null || isSentOn(to);
        }
    }

    /** Sends it or lets it wait, if there is room for that at once. */
    boolean trySend() {
        Admission admission = sender.enter(this, Duration.ZERO);
        EngineSock to = admission.straight();
        if (to == null) {
            return admission.refusal() == null;
        }
        Sent sent = sendOn(to);
        if (sent == Sent.NO_CONNECTION) {
            sender.lost(to);
            return trySend();
        }
        return sent == Sent.YES;
    }

    @Override
    public long order() {
        return order;
    }

    @Override
    public long size() {
        return notification.size();
    }

    @Override
    public Sent sendOn(EngineSock connection) {
        AtomicBoolean isQueued = new AtomicBoolean();
        context.execute(() -> isQueued.set(connection.tryNotify(notification)));
        if (isQueued.get()) {
            return Sent.YES;
        }
        return connection.isOpen() ? Sent.NO_ROOM : Sent.NO_CONNECTION;
    }

    @Override
    public void waits() {}

    @Override
    public void fail(GotalkException reason) {}

    private boolean isSentOn(EngineSock connection) {
        try {
            connection.notify(notification);
            return true;
        } catch (SockClosedException e) {
            sender.lost(connection);
            return false;
        }
    }
}
