package org.gotalk.jakarta.internal.websocket;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.gotalk.Peer;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.jakarta.internal.signin.SignIn;

/**
 * Gotalk's part in the container's handshake. Collects the information about the peer, because the request is no longer
 * available when the session opens.
 */
final class Handshake extends ServerEndpointConfig.Configurator {

    /** The user property with the {@link HandshakePeer}. */
    private static final String CALLER = HandshakePeer.class.getName();

    private final HandshakeGate gate;
    private final Supplier<Executor> contexts;
    private final Supplier<Endpoint> endpoints;

    /**
     * Handles the handshakes of one endpoint.
     *
     * @param contexts captures the context of the calling thread
     */
    Handshake(HandshakeGate gate, Supplier<Executor> contexts, Supplier<Endpoint> endpoints) {
        this.gate = gate;
        this.contexts = contexts;
        this.endpoints = endpoints;
    }

    /** The gate has checked the origin against the request. A handshake that bypassed the gate is refused. */
    @Override
    public boolean checkOrigin(String origin) {
        return gate.admitted().isPresent();
    }

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return requested.contains(WebSocketTransport.SUBPROTOCOL) ? WebSocketTransport.SUBPROTOCOL : "";
    }

    /** In WebSocket 2.1 the user properties belong to one connection, so peers cannot be confused. */
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        Map<String, List<String>> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.copyOf(values)));
        Optional<Principal> principal = Optional.ofNullable(request.getUserPrincipal());
        Peer peer = new Peer(gate.admitted().orElse("unknown"), principal, parameters);
        config.getUserProperties()
                .put(
                        CALLER,
                        new HandshakePeer(
                                peer,
                                principal.map(user -> contexts.get()),
                                principal.flatMap(user -> signIn(request))));
    }

    private Optional<SignIn> signIn(HandshakeRequest request) {
        return request.getHttpSession() instanceof HttpSession session
                ? Optional.of(new SignIn(session, gate.carriesCredentials()))
                : Optional.empty();
    }

    /** Removes and returns the peer of an opening session. Containers may retain user properties after the session. */
    static HandshakePeer takeCaller(EndpointConfig config) {
        return (HandshakePeer) Objects.requireNonNull(config.getUserProperties().remove(CALLER));
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(endpoints.get());
    }
}
