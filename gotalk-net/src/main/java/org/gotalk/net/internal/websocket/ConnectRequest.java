package org.gotalk.net.internal.websocket;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gotalk.internal.transport.WebSocketTransport;

/**
 * What a WebSocket is opened with.
 *
 * @param address where it is, with the scheme {@code ws} or {@code wss}
 * @param host host, and port unless it is the scheme's, for the header {@code Host}
 * @param headers of the handshake, besides those that it has by itself
 * @param subprotocols offered to the server, the favourite first; {@link WebSocketTransport#SUBPROTOCOL} means packed
 *     messages
 * @param patience how long the handshake may take
 * @param longestText how many characters a text message may have
 */
public record ConnectRequest(
        URI address,
        String host,
        Map<String, List<String>> headers,
        List<String> subprotocols,
        Duration patience,
        int longestText) {

    /** The path and query to ask for. */
    String target() {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    /** The address alone: headers hold secrets. */
    @Override
    public String toString() {
        return address.toString();
    }
}
