package org.gotalk.microprofile;

import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;

/** A notification of this side, for one peer. */
record CountedMessage(Meters meters, String name) implements MessageObservation {

    @Override
    public void ended(Outcome outcome) {
        meters.sent(name, outcome);
    }
}
