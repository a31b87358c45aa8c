package org.gotalk.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import org.gotalk.Sock;
import org.gotalk.spi.EngineStatus;
import org.gotalk.spi.TraceContext;

/** What one engine reports with. */
final class EngineTelemetry {

    static final String SCOPE = "org.gotalk";

    private final Tracer tracer;
    private final Instruments instruments;
    private final Gauges gauges;

    EngineTelemetry(OpenTelemetry telemetry, EngineStatus engine) {
        tracer = telemetry.getTracer(SCOPE);
        instruments = new Instruments(telemetry.getMeter(SCOPE), engine.name());
        gauges = new Gauges(telemetry.getMeter(SCOPE), engine);
    }

    Instruments instruments() {
        return instruments;
    }

    Gauges gauges() {
        return gauges;
    }

    /** The span of a handled request, which begins when its handler does. */
    SpanBuilder serverSpan(Sock sock, String operation, TraceContext caller) {
        return span(sock, operation, SpanKind.SERVER)
                .setParent(TraceText.context(caller))
                .setAttribute(AttributeNames.RPC_SYSTEM, AttributeNames.GOTALK)
                .setAttribute(AttributeNames.RPC_METHOD, operation);
    }

    /** The span of a request of this side, in the context of the calling thread. */
    SpanBuilder clientSpan(Sock sock, String operation) {
        return span(sock, operation, SpanKind.CLIENT)
                .setAttribute(AttributeNames.RPC_SYSTEM, AttributeNames.GOTALK)
                .setAttribute(AttributeNames.RPC_METHOD, operation);
    }

    /** The span of a handled notification. */
    SpanBuilder consumerSpan(Sock sock, String notification, TraceContext sender) {
        return span(sock, "process " + notification, SpanKind.CONSUMER)
                .setParent(TraceText.context(sender))
                .setAttribute(AttributeNames.MESSAGING_SYSTEM, AttributeNames.GOTALK)
                .setAttribute(AttributeNames.MESSAGING_OPERATION, "process")
                .setAttribute(AttributeNames.MESSAGING_TYPE, "process")
                .setAttribute(AttributeNames.MESSAGING_DESTINATION, notification);
    }

    private SpanBuilder span(Sock sock, String name, SpanKind kind) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setAttribute(AttributeNames.PEER_ADDRESS, sock.peer().address())
                .setAttribute(AttributeNames.CONNECTION, sock.id());
    }
}
