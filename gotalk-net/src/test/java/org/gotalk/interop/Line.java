package org.gotalk.interop;

import org.gotalk.conformance.Carrier;
import org.gotalk.conformance.Role;
import org.gotalk.conformance.Way;

/** Over what a Java peer and the test talk, and which of the two it is. */
enum Line {
    PIPE_CLIENT(Carrier.PIPE, Role.CLIENT),
    PIPE_SERVER(Carrier.PIPE, Role.SERVER),
    TCP_CLIENT(Carrier.TCP, Role.CLIENT),
    TCP_SERVER(Carrier.TCP, Role.SERVER),
    UNIX_CLIENT(Carrier.UNIX, Role.CLIENT),
    UNIX_SERVER(Carrier.UNIX, Role.SERVER),
    TLS_CLIENT(Carrier.TLS, Role.CLIENT),
    TLS_SERVER(Carrier.TLS, Role.SERVER),
    STREAMS_CLIENT(Carrier.STREAMS, Role.CLIENT),
    STREAMS_SERVER(Carrier.STREAMS, Role.SERVER),
    WEBSOCKET_PACKED(Carrier.WEBSOCKET, Role.CLIENT),
    WEBSOCKET_REFERENCE(Carrier.WEBSOCKET, Role.CLIENT);

    private final Carrier carrier;
    private final Role role;

    Line(Carrier carrier, Role role) {
        this.carrier = carrier;
        this.role = role;
    }

    /** Whether a Java peer knows that the other end takes the extensions of this library. */
    boolean takesExtensions() {
        return carrier == Carrier.PIPE || this == WEBSOCKET_PACKED;
    }

    Way way() {
        return new Way(carrier, role);
    }

    Meetings open(Terms terms) throws Exception {
        return switch (carrier) {
            case PIPE -> new PipeMeetings(role, terms);
            case TCP -> new SocketMeetings(RawInternetSockets.tcp(), role, terms);
            case UNIX -> new SocketMeetings(new RawUnixSockets(), role, terms);
            case TLS -> SocketMeetings.tls(role, terms);
            case STREAMS -> new StreamMeetings(role, terms);
            case WEBSOCKET ->
                this == WEBSOCKET_PACKED ? WebSocketMeetings.packed(terms) : WebSocketMeetings.reference(terms);
        };
    }
}
