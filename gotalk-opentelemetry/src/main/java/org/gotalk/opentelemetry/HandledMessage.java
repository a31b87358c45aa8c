package org.gotalk.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;

/** A request or notification of the peer. Its span begins with its handler, and is current while that runs. */
final class HandledMessage implements MessageObservation {

    private final SpanBuilder builder;
    private final Measurement measurement;
    private volatile Span span = Span.getInvalid();

    HandledMessage(SpanBuilder builder, Measurement measurement) {
        this.builder = builder;
        this.measurement = measurement;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // what it returns closes the scope
    public Runnable begins() {
        Span begun =
                builder.setAttribute(AttributeNames.WAIT, measurement.seconds()).startSpan();
        span = begun;
        measurement.begins();
        Scope scope = begun.makeCurrent();
        return scope::close;
    }

    @Override
    public void ended(Outcome outcome) {
        SpanEnd.of(span, outcome);
        measurement.ended(outcome.error(), Context.root().with(span));
    }
}
