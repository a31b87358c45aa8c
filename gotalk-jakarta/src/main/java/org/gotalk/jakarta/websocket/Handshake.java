package org.gotalk.jakarta.websocket;

import jakarta.websocket.Endpoint;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gotalk.Peer;
import org.gotalk.transport.WebSocketTransport;

/**
 * Gotalk's part in the container's handshake. What is known of the peer is collected now: the request is gone when the
 * session opens.
 */
final class Handshake extends ServerEndpointConfig.Configurator {

    /** The user property that carries the {@link Peer}. */
    static final String PEER = Peer.class.getName();

    private final HandshakeGate gate;
    private final Supplier<Endpoint> endpoints;

    Handshake(HandshakeGate gate, Supplier<Endpoint> endpoints) {
        this.gate = gate;
        this.endpoints = endpoints;
    }

    /** The gate has compared the origin with the request. A handshake that did not come through it is not trusted. */
    @Override
    public boolean checkOrigin(String origin) {
        return gate.admitted().isPresent();
    }

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return requested.contains(WebSocketTransport.SUBPROTOCOL) ? WebSocketTransport.SUBPROTOCOL : "";
    }

    /** The user properties here are those of one connection alone, as WebSocket 2.1 has it: nobody is taken for another. */
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        Map<String, List<String>> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.copyOf(values)));
        Optional<Principal> principal = Optional.ofNullable(request.getUserPrincipal());
        config.getUserProperties().put(PEER, new Peer(gate.admitted().orElse("unknown"), principal, parameters));
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(endpoints.get());
    }
}
