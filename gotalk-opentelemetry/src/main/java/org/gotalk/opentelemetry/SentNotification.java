package org.gotalk.opentelemetry;

import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;
import org.gotalk.spi.TraceContext;

/** A notification of this side, for one peer. */
record SentNotification(Instruments instruments, String name, TraceContext trace) implements MessageObservation {

    @Override
    public void ended(Outcome outcome) {
        instruments.sent(name, outcome.error());
    }
}
