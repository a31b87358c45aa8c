package org.gotalk.jakarta.internal.websocket;

import static org.gotalk.jakarta.internal.websocket.SessionCloser.LOG;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The container's endpoint: one object for each session. Public because some containers look at it by reflection. */
public final class SessionEndpoint extends Endpoint {

    private final int maxMessage;
    private final BiFunction<Session, HandshakePeer, Optional<SessionChannel>> connect;
    private volatile @Nullable SessionChannel link;

    /**
     * Creates an endpoint whose session is not open yet.
     *
     * @param maxMessage maximum accepted size of a frame and a text message, in bytes
     * @param connect starts a connection on the session; empty if the application stops
     */
    SessionEndpoint(int maxMessage, BiFunction<Session, HandshakePeer, Optional<SessionChannel>> connect) {
        this.maxMessage = maxMessage;
        this.connect = connect;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        // The engine has its own timeouts; containers differ in what they send on a timeout.
        session.setMaxIdleTimeout(0);
        session.setMaxBinaryMessageBufferSize(maxMessage);
        session.setMaxTextMessageBufferSize(maxMessage);
        connect.apply(session, HandshakeConfigurator.takeCaller(config)).ifPresent(connected -> {
            link = connected;
            // Received in parts, with the limits above: containers join the fragments of whole messages without any
            // limit.
            session.addMessageHandler(ByteBuffer.class, (part, last) -> connected.received(part, false));
            session.addMessageHandler(String.class, new TextParts(connected, maxMessage));
        });
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        SessionChannel closed = link;
        if (closed != null) {
            String why = reason.getReasonPhrase(); // null on Tomcat
            closed.ended(reason.getCloseCode().getCode(), why == null ? "" : why);
        }
    }

    /** Containers call {@link #onClose} after network errors, but not after all other errors. */
    @Override
    public void onError(Session session, Throwable error) {
        LOG.log(Level.DEBUG, () -> "session " + session.getId() + " failed", error);
        SessionChannel failed = link;
        if (failed != null) {
            failed.close(ContainerCloseCodes.UNEXPECTED, "the server could not read");
        }
    }
}
