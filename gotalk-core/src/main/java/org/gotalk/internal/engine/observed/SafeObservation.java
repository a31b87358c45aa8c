package org.gotalk.internal.engine.observed;

import java.util.ArrayList;
import java.util.List;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;
import org.gotalk.spi.TraceContext;

/** Several observations of one message as one. */
record SafeObservation(List<MessageObservation> all) implements MessageObservation {

    /** The first that there is. */
    @Override
    public TraceContext trace() {
        for (MessageObservation each : all) {
            try {
                TraceContext trace = each.trace();
                if (!trace.isNone()) {
                    return trace;
                }
            } catch (RuntimeException | LinkageError e) {
                ObserverFailures.log(e);
            }
        }
        return TraceContext.NONE;
    }

    /** What was begun last returns first. */
    @Override
    public Runnable begins() {
        List<Runnable> returns = new ArrayList<>(all.size());
        for (MessageObservation each : all) {
            ObserverFailures.guarded(() -> returns.add(0, each.begins()));
        }
        return () -> returns.forEach(ObserverFailures::guarded);
    }

    @Override
    public void ended(Outcome outcome) {
        for (MessageObservation each : all) {
            ObserverFailures.guarded(() -> each.ended(outcome));
        }
    }
}
