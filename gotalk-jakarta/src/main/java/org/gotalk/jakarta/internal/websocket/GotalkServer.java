package org.gotalk.jakarta.internal.websocket;

import static org.gotalk.jakarta.internal.websocket.SessionCloser.LOG;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.jakarta.internal.signin.TokenExpiry;

/** Connects the WebSocket endpoints of one web application to its engine. */
public final class GotalkServer {

    /** Added to the maximum read pause, since the engine may resume reading late. */
    private static final Duration PAUSE_MARGIN = Duration.ofSeconds(1);

    /** For a container that ends all sessions to tell that the application stops. */
    private static final Duration SESSION_END = Duration.ofMillis(500);

    private final Engine engine;
    private final HandshakeGate gate;
    private final int maxMessage;
    private final SendBufferPool buffers;
    private final SessionCloser closer;
    private final CallerCapture callers;

    /**
     * Creates a server without endpoints.
     *
     * @param gate admits handshakes
     * @param maxMessage maximum accepted size of a frame and a text message, in bytes
     * @param directSends maximum threads that send at once and may block on slow peers; further sends run on the
     *     container's threads
     * @param closer closes sessions
     * @param callers captures the user of a handshake
     */
    public GotalkServer(
            Engine engine,
            HandshakeGate gate,
            int maxMessage,
            int directSends,
            SessionCloser closer,
            CallerCapture callers) {
        this.engine = engine;
        this.gate = gate;
        this.maxMessage = maxMessage;
        this.buffers = new SendBufferPool(directSends);
        this.closer = closer;
        this.callers = callers;
    }

    /**
     * Adds an endpoint at a path of the web application.
     *
     * @param handlers the handlers that serve its peers
     * @return the endpoint
     * @throws DeploymentException if the application has an endpoint there
     */
    public ServerEndpointConfig listen(ServerContainer container, String path, Handlers handlers)
            throws DeploymentException {
        ServerEndpointConfig endpoint = ServerEndpointConfig.Builder.create(SessionEndpoint.class, path)
                .subprotocols(List.of(WebSocketTransport.SUBPROTOCOL))
                .configurator(new HandshakeConfigurator(
                        gate,
                        callers,
                        () -> new SessionEndpoint(maxMessage, (session, peer) -> connect(session, peer, handlers))))
                .build();
        container.addEndpoint(endpoint);
        return endpoint;
    }

    /** Refuses new connections from now on. */
    public void refuse() {
        gate.close();
    }

    /**
     * Starts a connection on a session. If the application stops, or cannot create its endpoint, closes the session and
     * returns empty.
     */
    private Optional<SessionChannel> connect(Session session, HandshakePeer caller, Handlers handlers) {
        Limits limits = engine.limits();
        SessionChannel link = SessionChannel.to(
                session, limits.writeTimeout(), limits.readPause().plus(PAUSE_MARGIN), buffers, closer);
        try {
            converse(link, caller, handlers);
            return Optional.of(link);
        } catch (IllegalStateException stopped) {
            link.refuse(CloseCodes.SERVICE_RESTART.getCode(), "the application stops");
            return Optional.empty();
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "a connection from " + caller.peer().address() + " cannot begin", broken);
            link.refuse(CloseCodes.UNEXPECTED_CONDITION.getCode(), "the endpoint could not be created");
            return Optional.empty();
        }
    }

    private void converse(SessionChannel link, HandshakePeer caller, Handlers handlers) {
        EngineSock sock = engine.connect(
                link.transport(), caller.peer(), handlers, caller.context().orElse(Runnable::run), made -> {
                    caller.peer().principal().flatMap(TokenExpiry::of).ifPresent(made::expiresAt);
                    caller.prepare().accept(made);
                });
        caller.signIn().ifPresent(signIn -> gate.sessions().add(sock, signIn, this::later));
    }

    private void later(Runnable task) {
        engine.scheduler().scheduleOrRun(task, SESSION_END);
    }
}
