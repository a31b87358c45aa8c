package org.gotalk.microprofile;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.gotalk.CloseReason;
import org.gotalk.spi.EngineStatus;
import org.gotalk.spi.Outcome;

/** The metrics of one engine. */
final class Meters {

    /** The value of {@code error} for what succeeded: all time series of a metric must have the same tags. */
    private static final String NO_ERROR = "none";

    private final MetricRegistry registry;
    private final Tag application;
    private final List<MetricID> gauges;

    Meters(MetricRegistry registry, EngineStatus engine) {
        this.registry = registry;
        this.application = new Tag("application", engine.name());
        this.gauges = List.of(
                gauge(
                        "gotalk.connections",
                        MetricUnits.NONE,
                        () -> engine.socks().size()),
                gauge("gotalk.running.requests", MetricUnits.NONE, engine::runningRequests),
                gauge("gotalk.waiting.messages", MetricUnits.NONE, engine::waitingMessages),
                gauge("gotalk.waiting.bytes", MetricUnits.BYTES, engine::waitingBytes),
                gauge("gotalk.outbound.bytes", MetricUnits.BYTES, engine::outboundBytes),
                gauge("gotalk.load", MetricUnits.NONE, engine::load));
    }

    private <T extends Number> MetricID gauge(String name, String unit, Supplier<T> value) {
        Metadata metadata = Metadata.builder().withName(name).withUnit(unit).build();
        Gauge<T> unused = registry.gauge(metadata, value, application);
        return new MetricID(name, application);
    }

    /** Removes what asks the engine, which would be kept in memory otherwise. */
    void remove() {
        gauges.forEach(registry::remove);
    }

    void ended(String metric, String name, Outcome outcome, Duration duration) {
        registry.timer(metric, application, new Tag("name", name), error(outcome.error()))
                .update(duration);
    }

    void sent(String name, Outcome outcome) {
        registry.counter("gotalk.sent.notifications", application, new Tag("name", name), error(outcome.error()))
                .inc();
    }

    void refused(String code) {
        registry.counter("gotalk.refused.requests", application, error(code)).inc();
    }

    void closed(CloseReason reason, boolean wasSlow) {
        registry.counter(
                        "gotalk.closed.connections",
                        application,
                        new Tag("code", reason.code().name()),
                        new Tag("slow", Boolean.toString(wasSlow)))
                .inc();
    }

    private static Tag error(String error) {
        return new Tag("error", error.isEmpty() ? NO_ERROR : error);
    }
}
