/** Health and metrics of an application with Gotalk. Applications do not call it: the server finds it in the jar. */
@SuppressWarnings("requires-automatic") // MicroProfile has no module descriptors
module org.gotalk.microprofile {
    requires org.gotalk.core;
    requires static transitive org.jspecify;
    requires static jakarta.cdi;
    requires static microprofile.health.api;
    requires static microprofile.metrics.api;

    opens org.gotalk.microprofile; // containers create and proxy the beans

    provides org.gotalk.spi.EngineObserver with
            org.gotalk.microprofile.MetricsObserver,
            org.gotalk.microprofile.RunningEngines;
}
