package org.gotalk.jakarta.websocket;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.net.Socket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The network connection below a session, to be cut where the session cannot be closed: Jakarta WebSocket has no way to end
 * a connection whose peer does not read, and a container's own close waits for the peer.
 *
 * <p>Open Liberty keeps the socket in fields that are not part of its API, which are looked for by name. After the socket
 * was shut down, whatever waits to write to it fails at once, the container's own threads included. Elsewhere there is no
 * connection to be cut (docs/adr/0008).
 */
final class NetworkConnection {

    private static final Logger LOG = System.getLogger(NetworkConnection.class.getName());

    private final Socket socket;

    private NetworkConnection(Socket socket) {
        this.socket = socket;
    }

    /** That of a session; none where the container does not show it. */
    static Optional<NetworkConnection> below(Session session) {
        try {
            Object link = field(call(session, "getSessionImpl"), "connLink");
            Object connection = field(link, "tcpConnection");
            if (session.isSecure()) {
                connection = field(connection, "deviceServiceContext");
            }
            return call(call(connection, "getSocketIOChannel"), "getSocket") instanceof Socket socket
                    ? Optional.of(new NetworkConnection(socket))
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.DEBUG, "the container does not show the connection below a session", e);
            return Optional.empty();
        }
    }

    /** Ends the connection at once. What was sent and the peer has not taken is lost. */
    void cut() {
        try {
            socket.setSoLinger(true, 0);
            socket.shutdownInput();
            socket.shutdownOutput();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection that was to be cut has ended", e);
        }
    }

    private static @Nullable Object call(@Nullable Object target, String method) throws ReflectiveOperationException {
        return present(target).getClass().getMethod(method).invoke(target);
    }

    private static @Nullable Object field(@Nullable Object target, String name) throws ReflectiveOperationException {
        Class<?> type = present(target).getClass();
        while (type != null) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(target);
                }
            }
            type = type.getSuperclass();
        }
        throw new NoSuchFieldException(name);
    }

    private static Object present(@Nullable Object value) throws ReflectiveOperationException {
        if (value == null) {
            throw new NoSuchFieldException("nothing is there");
        }
        return value;
    }
}
