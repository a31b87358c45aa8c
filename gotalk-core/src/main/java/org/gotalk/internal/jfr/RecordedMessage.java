package org.gotalk.internal.jfr;

import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;

/** Writes the event of one message when it ends. */
record RecordedMessage(MessageEvent event, long since) implements MessageObservation {

    @Override
    public Runnable begins() {
        event.waited = System.nanoTime() - since;
        return MessageObservation.super.begins();
    }

    @Override
    public void ended(Outcome outcome) {
        event.outcome = outcome.kind().name();
        event.error = outcome.error();
        event.commit();
    }
}
