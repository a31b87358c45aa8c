package org.gotalk.net.internal.connect;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A WebSocket server, and what it is offered in each handshake.
 *
 * @param address with the scheme {@code ws} or {@code wss}
 * @param host host, and port unless it is the scheme's, for the header {@code Host}
 * @param headers supplies those of one handshake, on a thread that may block
 * @param subprotocols in order of preference
 */
public record WebSocketTarget(
        URI address, String host, Supplier<Map<String, List<String>>> headers, List<String> subprotocols) {}
