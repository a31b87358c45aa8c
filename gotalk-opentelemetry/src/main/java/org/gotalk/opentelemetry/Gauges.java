package org.gotalk.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.function.LongSupplier;
import org.gotalk.spi.EngineStatus;

/** What an engine has to do, read when metrics are collected. */
final class Gauges implements AutoCloseable {

    private final Meter meter;
    private final Attributes application;
    private final List<AutoCloseable> all;

    Gauges(Meter meter, EngineStatus engine) {
        this.meter = meter;
        this.application = Attributes.of(AttributeNames.APPLICATION, engine.name());
        this.all = List.of(
                amount(
                        "gotalk.connections",
                        "{connection}",
                        "Open connections",
                        () -> engine.socks().size()),
                amount("gotalk.waiting_messages", "{message}", "Messages of peers that wait", engine::waitingMessages),
                amount("gotalk.waiting_bytes", "By", "Payloads of messages that wait", engine::waitingBytes),
                amount("gotalk.outbound_bytes", "By", "Bytes that wait to be sent", engine::outboundBytes),
                load(engine));
    }

    private AutoCloseable amount(String name, String unit, String text, LongSupplier value) {
        return meter.upDownCounterBuilder(name)
                .setUnit(unit)
                .setDescription(text)
                .buildWithCallback(measurement -> measurement.record(value.getAsLong(), application));
    }

    private AutoCloseable load(EngineStatus engine) {
        return meter.gaugeBuilder("gotalk.load")
                .setUnit("1")
                .setDescription("Share of busy workers, from 0 to 1")
                .buildWithCallback(measurement -> measurement.record(engine.load(), application));
    }

    @Override
    public void close() {
        for (AutoCloseable each : all) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
