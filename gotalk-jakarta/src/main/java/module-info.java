/** Gotalk inside a Jakarta EE container. Applications do not call it: the container finds it in the jar. */
@SuppressWarnings("requires-automatic") // MicroProfile Config has no module descriptor
module org.gotalk.jakarta {
    requires transitive org.gotalk.net;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static jakarta.annotation;
    requires static jakarta.concurrency;
    requires static transitive jakarta.servlet;
    requires static jakarta.websocket;
    requires static jakarta.websocket.client;
    requires static microprofile.config.api;
    requires java.naming;

    uses org.gotalk.spi.Application;

    provides jakarta.servlet.ServletContainerInitializer with
            org.gotalk.jakarta.GotalkInitializer;
}
