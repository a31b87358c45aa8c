/** Peers by address, in both roles: TCP, TLS, Unix sockets, WebSocket client, pipe; connections that stay. */
@SuppressWarnings("module") // the modules of ours that are named here are compiled later
module org.gotalk.net {
    requires transitive org.gotalk.core;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;

    exports org.gotalk.net;

    opens org.gotalk.net; // containers proxy a Gotalk
}
