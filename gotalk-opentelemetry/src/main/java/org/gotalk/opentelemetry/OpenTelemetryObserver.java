package org.gotalk.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.util.concurrent.Executor;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.EngineStatus;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * Reports an engine to OpenTelemetry: metrics and spans of both roles, with the semantic conventions for RPC and
 * messaging. docs/operations.md has the names.
 */
public final class OpenTelemetryObserver implements EngineObserver {

    private final OpenTelemetry none = OpenTelemetry.noop(); // fails where there is no API, so that this is left out
    private final @Nullable OpenTelemetry given;
    private volatile @Nullable EngineTelemetry telemetry; // set when the engine starts

    /**
     * Reports to the application's OpenTelemetry: the bean of that type where there is CDI, otherwise the global one,
     * which must be set before the engine is built.
     */
    public OpenTelemetryObserver() {
        given = null;
    }

    /** Reports to this OpenTelemetry. */
    public OpenTelemetryObserver(OpenTelemetry openTelemetry) {
        given = openTelemetry;
    }

    @Override
    public void started(EngineStatus engine) {
        OpenTelemetry found = given == null ? TelemetryLookup.find() : given;
        if (!found.equals(none)) {
            telemetry = new EngineTelemetry(found, engine);
        }
    }

    @Override
    public void stopped(EngineStatus engine) {
        EngineTelemetry current = telemetry;
        if (current != null) {
            current.gauges().close();
        }
    }

    @Override
    public void closed(Sock sock, CloseReason reason, boolean wasSlow) {
        EngineTelemetry current = telemetry;
        if (current != null) {
            current.instruments().closed(reason, wasSlow);
        }
    }

    @Override
    public void refused(Sock sock, String code) {
        EngineTelemetry current = telemetry;
        if (current != null) {
            current.instruments().refused(code);
        }
    }

    @Override
    public MessageObservation handles(Sock sock, String operation, TraceContext caller) {
        EngineTelemetry current = telemetry;
        return current == null
                ? MessageObservation.NONE
                : new HandledMessage(
                        current.serverSpan(sock, operation, caller),
                        current.instruments().handled(operation));
    }

    @Override
    public MessageObservation calls(Sock sock, String operation) {
        EngineTelemetry current = telemetry;
        return current == null
                ? MessageObservation.NONE
                : CalledOperation.begin(
                        current.clientSpan(sock, operation),
                        current.instruments().called(operation));
    }

    @Override
    public MessageObservation receives(Sock sock, String notification, TraceContext sender) {
        EngineTelemetry current = telemetry;
        return current == null
                ? MessageObservation.NONE
                : new HandledMessage(
                        current.consumerSpan(sock, notification, sender),
                        current.instruments().processed(notification));
    }

    @Override
    public Executor callerContext() {
        Context context = Context.current();
        return task -> context.wrap(task).run();
    }

    /** A broadcast would have a span for each peer, so there is none; the trace of the sender goes on at the peer. */
    @Override
    public MessageObservation sends(Sock sock, String notification) {
        EngineTelemetry current = telemetry;
        return current == null
                ? MessageObservation.NONE
                : new SentNotification(current.instruments(), notification, TraceText.of(Context.current()));
    }
}
