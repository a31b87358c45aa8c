package org.gotalk.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gotalk.spi.TraceContext;
import org.jspecify.annotations.Nullable;

/** Converts contexts of OpenTelemetry to what peers are sent, and back. */
final class TraceText {

    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";

    private TraceText() {}

    /** The context of a span; none without a valid one. */
    static TraceContext of(Context context) {
        if (!Span.fromContext(context).getSpanContext().isValid()) {
            return TraceContext.NONE;
        }
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(context, headers, Map::put);
        return TraceContext.of(headers.getOrDefault(PARENT, ""), headers.getOrDefault(STATE, ""));
    }

    /** The context of a peer's span; that of no span if the peer did not say. */
    static Context context(TraceContext trace) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), trace, Fields.ALL);
    }

    private enum Fields implements TextMapGetter<TraceContext> {
        ALL;

        @Override
        public Iterable<String> keys(TraceContext trace) {
            return List.of(PARENT, STATE);
        }

        @Override
        public @Nullable String get(@Nullable TraceContext trace, String key) {
            if (trace == null || trace.isNone()) {
                return null;
            }
            return switch (key) {
                case PARENT -> trace.traceparent();
                case STATE -> trace.tracestate().isEmpty() ? null : trace.tracestate();
                default -> null;
            };
        }
    }
}
