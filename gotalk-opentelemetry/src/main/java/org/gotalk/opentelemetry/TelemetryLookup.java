package org.gotalk.opentelemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;

/** Finds the OpenTelemetry of the application. */
final class TelemetryLookup {

    private TelemetryLookup() {}

    /** The bean of MicroProfile Telemetry, or else the global one. */
    static OpenTelemetry find() {
        try {
            Instance<OpenTelemetry> bean = CDI.current().select(OpenTelemetry.class);
            if (bean.isResolvable()) {
                return bean.get();
            }
        } catch (IllegalStateException | LinkageError noCdi) {
            return GlobalOpenTelemetry.get();
        }
        return GlobalOpenTelemetry.get();
    }
}
