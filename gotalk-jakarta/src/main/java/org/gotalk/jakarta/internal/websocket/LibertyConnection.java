package org.gotalk.jakarta.internal.websocket;

import static org.gotalk.jakarta.internal.websocket.SessionCloser.LOG;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connection below a session of Open Liberty, which keeps its socket in fields that are not part of any API. They
 * are accessed by reflection.
 */
final class LibertyConnection implements NetworkConnection {

    private static final String NOBODY_WRITES = "OK_TO_WRITE";
    private static final String ANSWERS_PING = "WRITING_PONG";

    private final Socket socket;
    private final Object link;
    private final Field writing;
    private final Object writer;
    private final Method bytesTaken;

    private LibertyConnection(Socket socket, Object link, Field writing, Object writer, Method bytesTaken) {
        this.socket = socket;
        this.link = link;
        this.writing = writing;
        this.writer = writer;
        this.bytesTaken = bytesTaken;
    }

    /** The connection of a session; empty in other containers, or if the fields do not exist. */
    static Optional<NetworkConnection> below(Session session) {
        try {
            Object link = value(call(session, "getSessionImpl"), "connLink");
            Object connection = withoutTls(value(link, "tcpConnection"));
            Socket socket = (Socket) call(call(connection, "getSocketIOChannel"), "getSocket");
            Object writer = call(connection, "getWriteInterface");
            return Optional.of(new LibertyConnection(
                    socket,
                    link,
                    field(link, "writeLinkStatus"),
                    writer,
                    writer.getClass().getMethod("getIODoneAmount")));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.DEBUG, "cannot access the connection of a session", e);
            return Optional.empty();
        }
    }

    @Override
    public boolean canBeCut() {
        return true;
    }

    @Override
    public long sendProgress() {
        try {
            return (Long) present(bytesTaken.invoke(writer));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return 0;
        }
    }

    @Override
    public void limitSendBuffer(int bytes) {
        try {
            socket.setSendBufferSize(bytes);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "cannot limit the buffer of a connection", e);
        }
    }

    @Override
    public boolean isWriting() {
        return !state().equals(NOBODY_WRITES);
    }

    @Override
    public boolean holdsThread() {
        return state().equals(ANSWERS_PING);
    }

    @Override
    public boolean reportsLossAsUnexpected() {
        return true;
    }

    private String state() {
        try {
            return ((Enum<?>) present(writing.get(link))).name();
        } catch (ReflectiveOperationException e) {
            return NOBODY_WRITES;
        }
    }

    @Override
    public void stopWriting() {
        try {
            socket.setSoLinger(true, 0);
            socket.shutdownOutput();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the connection to abort has already closed", e);
        }
        try {
            wakeWriter();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.DEBUG, "the connection to abort has no writer", e);
        }
    }

    /**
     * Usually the failing write ends the wait of a writing thread. If the container closes the connection meanwhile, or
     * two threads write at once, nothing wakes it, so this uses the container's own object to wake it.
     */
    private void wakeWriter() throws ReflectiveOperationException {
        field(writer, "blockingIOError").set(writer, new IOException("the peer does not read"));
        Object waiting = value(writer, "blockWait");
        Method wake = waiting.getClass().getDeclaredMethod("simpleNotify");
        wake.setAccessible(true);
        wake.invoke(waiting);
    }

    @Override
    public void stopReading() {
        try {
            socket.shutdownInput();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the connection to abort has already closed", e);
        }
    }

    private static Object withoutTls(Object connection) throws ReflectiveOperationException {
        boolean isPlain = Arrays.stream(connection.getClass().getMethods())
                .anyMatch(method -> method.getName().equals("getSocketIOChannel"));
        return isPlain ? connection : value(connection, "deviceServiceContext");
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return present(target.getClass().getMethod(method).invoke(target));
    }

    private static Object value(Object target, String name) throws ReflectiveOperationException {
        return present(field(target, name).get(target));
    }

    private static Field field(Object target, String name) throws ReflectiveOperationException {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }

    private static Object present(@Nullable Object value) throws ReflectiveOperationException {
        if (value == null) {
            throw new NoSuchFieldException("there is none");
        }
        return value;
    }
}
