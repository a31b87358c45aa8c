/** Readiness and liveness of an application with Gotalk. Applications do not call it: the server finds it in the jar. */
@SuppressWarnings("requires-automatic") // MicroProfile Health has no module descriptor
module org.gotalk.microprofile {
    requires org.gotalk.core;
    requires static transitive org.jspecify;
    requires static jakarta.cdi;
    requires static microprofile.health.api;

    opens org.gotalk.microprofile; // containers create and proxy the beans

    provides org.gotalk.spi.EngineObserver with
            org.gotalk.microprofile.RunningEngines;
}
