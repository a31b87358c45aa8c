/** Gotalk inside a Jakarta EE container, which finds it in the jar. Applications may extend its endpoint class. */
@SuppressWarnings("requires-automatic") // MicroProfile Config has no module descriptor
module org.gotalk.jakarta {
    requires transitive org.gotalk.net;
    requires org.gotalk.reach;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static jakarta.annotation;
    requires static jakarta.concurrency;
    requires static transitive jakarta.servlet;
    requires static transitive jakarta.websocket;
    requires static jakarta.websocket.client;
    requires static microprofile.config.api;
    requires java.naming;

    exports org.gotalk.jakarta;

    uses org.gotalk.reach.spi.ReachEngine;
    uses org.gotalk.spi.Application;

    provides jakarta.servlet.ServletContainerInitializer with
            org.gotalk.jakarta.GotalkInitializer;
}
