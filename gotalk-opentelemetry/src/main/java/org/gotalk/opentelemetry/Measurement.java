package org.gotalk.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Measures one message, from now on. */
final class Measurement {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DoubleHistogram durations;
    private final @Nullable LongUpDownCounter active;
    private final Attributes attributes;
    private final long since = System.nanoTime();

    Measurement(DoubleHistogram durations, @Nullable LongUpDownCounter active, Attributes attributes) {
        this.durations = durations;
        this.active = active;
        this.attributes = attributes;
    }

    /** It is in progress. */
    void begins() {
        if (active != null) {
            active.add(1, attributes);
        }
    }

    /** Seconds since it began. */
    double seconds() {
        return (System.nanoTime() - since) / NANOS;
    }

    /** It is over; the error is empty for none. */
    void ended(String error, Context context) {
        if (active != null) {
            active.add(-1, attributes);
        }
        Attributes outcome = error.isEmpty()
                ? attributes
                : attributes.toBuilder().put(AttributeNames.ERROR, error).build();
        durations.record(seconds(), outcome, context);
    }
}
