/** A test kit for applications: handlers and beans in memory, peers, recorded messages, a clock that the test moves. */
module org.gotalk.test {
    requires transitive org.gotalk.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;
    requires static jakarta.cdi;
    requires static com.google.errorprone.annotations;
    requires static jdk.jfr;
    requires java.logging;

    exports org.gotalk.test;

    opens org.gotalk.test to
            org.junit.platform.commons;

    uses org.gotalk.spi.Application;
}
