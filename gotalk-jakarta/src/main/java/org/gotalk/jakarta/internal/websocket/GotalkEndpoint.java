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

/** The endpoint as the container sees it: one object for each session. */
final class GotalkEndpoint extends Endpoint {

    private final int maxMessage;
    private final BiFunction<Session, HandshakePeer, Optional<SessionChannel>> connect;
    private volatile @Nullable SessionChannel link;

    /**
     * An endpoint of which no session is open yet.
     *
     * @param maxMessage largest frame and longest text message that is accepted, in bytes
     * @param connect begins the conversation on a session, unless the application stops
     */
    GotalkEndpoint(int maxMessage, BiFunction<Session, HandshakePeer, Optional<SessionChannel>> connect) {
        this.maxMessage = maxMessage;
        this.connect = connect;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        // The engine keeps its own time; what a container sends when it times out differs from one to the other.
        session.setMaxIdleTimeout(0);
        session.setMaxBinaryMessageBufferSize(maxMessage);
        session.setMaxTextMessageBufferSize(maxMessage);
        connect.apply(session, Handshake.takeCaller(config)).ifPresent(connected -> {
            link = connected;
            // In parts, with the limits above: containers gather whole messages from fragments without any limit.
            session.addMessageHandler(ByteBuffer.class, (part, last) -> connected.received(part, false));
            session.addMessageHandler(String.class, new TextParts(connected, maxMessage));
        });
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        SessionChannel closed = link;
        if (closed != null) {
            closed.ended(reason.getCloseCode().getCode(), String.valueOf(reason.getReasonPhrase()));
        }
    }

    /** Containers call {@link #onClose} after errors of the network, but not after all others. */
    @Override
    public void onError(Session session, Throwable error) {
        LOG.log(Level.DEBUG, () -> "session " + session.getId() + " failed", error);
        SessionChannel failed = link;
        if (failed != null) {
            failed.close(ContainerCloseCodes.UNEXPECTED, "the server could not read");
        }
    }
}
