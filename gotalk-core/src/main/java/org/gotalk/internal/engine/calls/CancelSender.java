package org.gotalk.internal.engine.calls;

import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.CancelMessage;

/** Tells the peer of requests whose callers do not wait any more, behind the requests, if it takes such messages. */
final class CancelSender {

    private final Outbox outbox;

    CancelSender(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The call's message is queued. Its caller may have given it up meanwhile. */
    void queued(PendingCall call) {
        if (call.isQueuedInVain()) {
            send(call);
        }
    }

    /** The caller does not wait any more. */
    void givenUp(PendingCall call) {
        if (call.giveUp()) {
            send(call);
        }
    }

    private void send(PendingCall call) {
        if (outbox.supportsExtensions()) {
            outbox.force(EncodedMessage.of(CancelMessage.of(call.id())));
        }
    }
}
