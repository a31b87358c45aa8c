package org.gotalk.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.gotalk.spi.Outcome;

/** Ends spans. */
final class SpanEnd {

    private SpanEnd() {}

    /** Ends a span; with its kind of error, if it has one. */
    static void of(Span span, Outcome outcome) {
        if (!outcome.error().isEmpty()) {
            span.setAttribute(AttributeNames.ERROR, outcome.error());
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
