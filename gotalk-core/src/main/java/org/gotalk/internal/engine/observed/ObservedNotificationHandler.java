package org.gotalk.internal.engine.observed;

import org.gotalk.NotificationHandler;
import org.gotalk.Sock;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;

/** Handles one notification while it is observed. */
record ObservedNotificationHandler(NotificationHandler handler, MessageObservation seen)
        implements NotificationHandler {

    @Override
    public boolean isNonBlocking() {
        return handler.isNonBlocking();
    }

    @Override
    public void handle(Sock peer, String name, byte[] payload) throws Exception {
        Runnable returns = seen.begins();
        Outcome outcome = Outcome.SUCCESS;
        try {
            handler.handle(peer, name, payload);
        } catch (Exception | Error e) {
            outcome = Outcomes.ofHandler(e);
            throw e;
        } finally {
            returns.run();
            seen.ended(outcome);
        }
    }
}
