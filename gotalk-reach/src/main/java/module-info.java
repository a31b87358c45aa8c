/** Rooms, presence and users: one notification for many peers, on this server and, with an SPI, on others. */
module org.gotalk.reach {
    requires transitive org.gotalk.core;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;

    exports org.gotalk.reach;
    exports org.gotalk.reach.node;
    exports org.gotalk.reach.spi;

    opens org.gotalk.reach; // containers proxy what is injected
}
