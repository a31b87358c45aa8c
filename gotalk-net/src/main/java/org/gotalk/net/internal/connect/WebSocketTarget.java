package org.gotalk.net.internal.connect;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gotalk.net.internal.websocket.Security;

/**
 * A WebSocket server, and what it is offered in each handshake.
 *
 * @param address with the scheme {@code ws} or {@code wss}
 * @param headers supplies those of one handshake, on a thread that may block
 * @param subprotocols in order of preference
 * @param security for {@code wss}; supplied on a thread that may block
 */
public record WebSocketTarget(
        URI address,
        Supplier<Map<String, List<String>>> headers,
        List<String> subprotocols,
        Optional<Supplier<Security>> security) {}
