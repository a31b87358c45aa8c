/** Metrics and traces through the OpenTelemetry API. Engines find it in the jar. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // OpenTelemetry has no module descriptors
module org.gotalk.opentelemetry {
    requires transitive org.gotalk.core;
    requires transitive io.opentelemetry.api;
    requires io.opentelemetry.context;
    requires static transitive org.jspecify;
    requires static jakarta.cdi;

    exports org.gotalk.opentelemetry;

    provides org.gotalk.spi.EngineObserver with
            org.gotalk.opentelemetry.OpenTelemetryObserver;
}
