package org.gotalk.interop;

import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketServer;

/** Over WebSockets that the Java peer opens. */
final class WebSocketMeetings implements Meetings {

    private final WebSocketServer server = new WebSocketServer();
    private final Gotalk gotalk;
    private final boolean selects;

    private WebSocketMeetings(Terms terms, boolean selects) {
        gotalk = terms.gotalk();
        this.selects = selects;
    }

    /** The server selects {@code gotalk.v1}. */
    static WebSocketMeetings packed(Terms terms) {
        return new WebSocketMeetings(terms, true);
    }

    /** The server selects no subprotocol, as the reference. */
    static WebSocketMeetings reference(Terms terms) {
        return new WebSocketMeetings(terms, false);
    }

    @Override
    public RawEnd next() throws IOException {
        return new RawWebSocket(nextSide());
    }

    /** The server's side of a new connection, which is open. */
    ServerSide nextSide() throws IOException {
        CompletionStage<?> unused = gotalk.connectAsync(server.address().toString(), ConnectOptions.defaults());
        ServerSide side = server.accept();
        return selects ? side.opens(WebSocketTransport.SUBPROTOCOL) : side.opens();
    }

    @Override
    public void close() throws IOException {
        gotalk.close();
        server.close();
    }
}
