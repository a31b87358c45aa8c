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
 * Gotalk's part in the container's handshake. What is known of the peer is collected now: the request is gone when the
 * session opens.
 */
final class Handshake extends ServerEndpointConfig.Configurator {

    /** The user property that carries the {@link HandshakePeer}. */
    private static final String CALLER = HandshakePeer.class.getName();

    private final HandshakeGate gate;
    private final Supplier<Executor> contexts;
    private final Supplier<Endpoint> endpoints;

    /**
     * The handshakes of one endpoint.
     *
     * @param contexts captures the context of the thread that asks
     */
    Handshake(HandshakeGate gate, Supplier<Executor> contexts, Supplier<Endpoint> endpoints) {
        this.gate = gate;
        this.contexts = contexts;
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

    /** Who made the handshake of a session that opens. Containers may keep what is left there for longer than it is open. */
    static HandshakePeer takeCaller(EndpointConfig config) {
        return (HandshakePeer) Objects.requireNonNull(config.getUserProperties().remove(CALLER));
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(endpoints.get());
    }
}
