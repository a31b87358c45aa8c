package org.gotalk.microprofile;

import java.time.Duration;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;

/** A request or notification with a time, from now on. */
record TimedMessage(Meters meters, String metric, String name, long since) implements MessageObservation {

    @Override
    public void ended(Outcome outcome) {
        meters.ended(metric, name, outcome, Duration.ofNanos(System.nanoTime() - since));
    }
}
