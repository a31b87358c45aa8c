package org.gotalk.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;
import org.gotalk.spi.TraceContext;

/** A request of this side. */
record CalledOperation(Span span, Measurement measurement) implements MessageObservation {

    static CalledOperation begin(SpanBuilder builder, Measurement measurement) {
        measurement.begins();
        return new CalledOperation(builder.startSpan(), measurement);
    }

    @Override
    public TraceContext trace() {
        return TraceText.of(context());
    }

    @Override
    public void ended(Outcome outcome) {
        SpanEnd.of(span, outcome);
        measurement.ended(outcome.error(), context());
    }

    private Context context() {
        return Context.root().with(span);
    }
}
