package org.gotalk.net.internal.websocket;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gotalk.internal.transport.WebSocketTransport;

/**
 * What a WebSocket is opened with.
 *
 * @param address where it is, with the scheme {@code ws} or {@code wss}
 * @param headers of the handshake, besides those that it has by itself
 * @param subprotocols offered to the server, the favourite first; {@link WebSocketTransport#SUBPROTOCOL} means packed
 *     messages
 * @param patience how long the handshake may take
 * @param longestText how many characters a text message may have
 * @param security for {@code wss}; empty for what the JDK takes by itself
 */
public record ConnectRequest(
        URI address,
        Map<String, List<String>> headers,
        List<String> subprotocols,
        Duration patience,
        int longestText,
        Optional<Security> security) {

    /** The address alone: headers hold secrets. */
    @Override
    public String toString() {
        return address.toString();
    }
}
