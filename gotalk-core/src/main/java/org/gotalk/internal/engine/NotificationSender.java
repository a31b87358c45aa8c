package org.gotalk.internal.engine;

import org.gotalk.EncodedNotification;
import org.gotalk.internal.engine.observed.ObservedConnection;
import org.gotalk.internal.engine.outbound.EncodedNotificationMessage;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.outbound.SendListener;
import org.gotalk.internal.engine.resume.Resumption;
import org.gotalk.internal.engine.resume.SentNotifications;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.TraceMessage;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.TraceContext;

/** Queues notifications of this side. */
record NotificationSender(Outbox outbox, ObservedConnection observed, Resumption resumption) {

    /** Queues one if there is room. */
    boolean offer(EncodedNotification notification) {
        EncodedNotificationMessage encoded = EncodedNotificationMessage.from(notification);
        MessageObservation seen = observed.sends(encoded.name());
        boolean isQueued = offer(message(encoded, seen));
        observed.sent(seen, isQueued);
        return isQueued;
    }

    /** Queues one; waits for room as {@link Outbox#offerWaiting} does. */
    boolean offerWaiting(EncodedNotification notification) {
        EncodedNotificationMessage encoded = EncodedNotificationMessage.from(notification);
        MessageObservation seen = observed.sends(encoded.name());
        boolean isQueued = false;
        try {
            isQueued = offerWaiting(message(encoded, seen));
        } finally {
            observed.sent(seen, isQueued);
        }
        return isQueued;
    }

    private boolean offer(EncodedMessage message) {
        SentNotifications sent = resumption.sent();
        return sent == null ? outbox.offer(message, SendListener.UNWATCHED) : resumption.offer(sent, message);
    }

    private boolean offerWaiting(EncodedMessage message) {
        SentNotifications sent = resumption.sent();
        if (sent == null) {
            return outbox.offerWaiting(message, SendListener.UNWATCHED);
        }
        outbox.awaitRoom(message);
        return resumption.offer(sent, message);
    }

    private EncodedMessage message(EncodedNotificationMessage encoded, MessageObservation seen) {
        if (seen == MessageObservation.NONE || !outbox.supportsExtensions()) {
            return encoded.message();
        }
        TraceContext trace = seen.trace();
        return trace.isNone() ? encoded.message() : encoded.message().behind(TraceMessage.of(trace.text()));
    }
}
