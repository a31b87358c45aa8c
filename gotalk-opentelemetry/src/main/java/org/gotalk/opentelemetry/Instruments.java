package org.gotalk.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import org.gotalk.CloseReason;

/** The counters and histograms of one engine. */
final class Instruments {

    /** In seconds: those of the semantic conventions. */
    private static final List<Double> BUCKETS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

    private final Attributes application;
    private final DoubleHistogram handled;
    private final DoubleHistogram called;
    private final DoubleHistogram processed;
    private final LongUpDownCounter handling;
    private final LongUpDownCounter calling;
    private final LongCounter sent;
    private final LongCounter refused;
    private final LongCounter closed;

    Instruments(Meter meter, String application) {
        this.application = Attributes.of(AttributeNames.APPLICATION, application);
        handled = histogram(meter, "rpc.server.call.duration", "Requests of peers, from arrival to result");
        called = histogram(meter, "rpc.client.call.duration", "Requests of this side, with all attempts");
        processed = histogram(meter, "messaging.process.duration", "Notifications of peers, from arrival to the end");
        handling = inFlight(meter, "gotalk.server.active_requests", "Requests of peers that run");
        calling = inFlight(meter, "gotalk.client.active_requests", "Requests of this side without result");
        sent = counter(meter, "messaging.client.sent.messages", "{message}", "Notifications, one for each peer");
        refused = counter(meter, "gotalk.server.refused_requests", "{request}", "Requests refused before they ran");
        closed = counter(meter, "gotalk.closed_connections", "{connection}", "Connections that have ended");
    }

    private static DoubleHistogram histogram(Meter meter, String name, String text) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(text)
                .setExplicitBucketBoundariesAdvice(BUCKETS)
                .build();
    }

    private static LongUpDownCounter inFlight(Meter meter, String name, String text) {
        return meter.upDownCounterBuilder(name)
                .setUnit("{request}")
                .setDescription(text)
                .build();
    }

    private static LongCounter counter(Meter meter, String name, String unit, String text) {
        return meter.counterBuilder(name).setUnit(unit).setDescription(text).build();
    }

    Measurement handled(String operation) {
        return new Measurement(handled, handling, rpc(operation));
    }

    Measurement called(String operation) {
        return new Measurement(called, calling, rpc(operation));
    }

    Measurement processed(String notification) {
        return new Measurement(
                processed, null, messaging("process", notification).build());
    }

    /** A notification was queued; or not, for a kind of error that is not empty. */
    void sent(String notification, String error) {
        AttributesBuilder attributes = messaging("notify", notification);
        sent.add(
                1,
                error.isEmpty()
                        ? attributes.build()
                        : attributes.put(AttributeNames.ERROR, error).build());
    }

    void refused(String code) {
        refused.add(1, application.toBuilder().put(AttributeNames.ERROR, code).build());
    }

    void closed(CloseReason reason, boolean wasSlow) {
        closed.add(
                1,
                application.toBuilder()
                        .put(AttributeNames.CLOSE_CODE, reason.code().name())
                        .put(AttributeNames.SLOW_PEER, wasSlow)
                        .build());
    }

    private Attributes rpc(String operation) {
        return application.toBuilder()
                .put(AttributeNames.RPC_SYSTEM, AttributeNames.GOTALK)
                .put(AttributeNames.RPC_METHOD, operation)
                .build();
    }

    private AttributesBuilder messaging(String operation, String name) {
        return application.toBuilder()
                .put(AttributeNames.MESSAGING_SYSTEM, AttributeNames.GOTALK)
                .put(AttributeNames.MESSAGING_OPERATION, operation)
                .put(AttributeNames.MESSAGING_DESTINATION, name);
    }
}
