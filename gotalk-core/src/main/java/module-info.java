/** The Gotalk protocol and its engine: API for applications, SPI for containers, transports and codecs. */
@SuppressWarnings("module") // the other modules named here are compiled later
module org.gotalk.core {
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires static jakarta.json;
    requires static jakarta.json.bind;
    requires static java.management;
    requires static jdk.jfr;

    exports org.gotalk;
    exports org.gotalk.json;
    exports org.gotalk.spi;
    exports org.gotalk.internal.concurrent to
            org.gotalk.net,
            org.gotalk.jakarta,
            org.gotalk.cdi,
            org.gotalk.reach,
            org.gotalk.test;
    exports org.gotalk.internal.engine to
            org.gotalk.net,
            org.gotalk.jakarta,
            org.gotalk.cdi,
            org.gotalk.reach,
            org.gotalk.test;
    exports org.gotalk.internal.engine.outbound to
            org.gotalk.net;
    exports org.gotalk.internal.engine.resume to
            org.gotalk.net,
            org.gotalk.reach;
    exports org.gotalk.internal.engine.shared to
            org.gotalk.net,
            org.gotalk.reach;
    exports org.gotalk.internal.transport to
            org.gotalk.net,
            org.gotalk.jakarta,
            org.gotalk.test;
    exports org.gotalk.internal.wire to
            org.gotalk.test;
    exports org.gotalk.internal.wire.message to
            org.gotalk.test;
    exports org.gotalk.internal.management to
            java.management;

    opens org.gotalk; // containers proxy a Sock

    uses org.gotalk.PayloadCodec;
    uses org.gotalk.spi.EngineObserver;

    provides org.gotalk.PayloadCodec with
            org.gotalk.json.JsonbCodec;
    provides org.gotalk.spi.EngineObserver with
            org.gotalk.internal.jfr.JfrObserver,
            org.gotalk.internal.management.ManagementObserver;
}
