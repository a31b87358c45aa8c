package org.gotalk.cdi.internal.invoke.result;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/**
 * Listeners for the close of connections. Each connection gets one callback, however many listeners come and go:
 * callbacks cannot be removed, so a long-lived connection would collect them.
 */
public final class CloseListeners {

    private final Map<Sock, Set<Consumer<CloseReason>>> listeners = new ConcurrentHashMap<>();

    /** Creates an object without listeners. */
    public CloseListeners() {}

    /**
     * Calls the listener when the connection closes, or at once if it has closed; maybe twice.
     *
     * @return removes the listener
     */
    Runnable onClose(Sock sock, Consumer<CloseReason> listener) {
        Set<Consumer<CloseReason>> created = ConcurrentHashMap.newKeySet();
        Set<Consumer<CloseReason>> known = listeners.putIfAbsent(sock, created);
        Set<Consumer<CloseReason>> current = known == null ? created : known;
        current.add(listener);
        if (known == null) {
            sock.closed().thenAccept(reason -> closed(sock, reason));
        } else if (listeners.get(sock) != current) {
            sock.closed().thenAccept(listener);
        }
        return () -> current.remove(listener);
    }

    private void closed(Sock sock, CloseReason reason) {
        Set<Consumer<CloseReason>> closing = listeners.remove(sock);
        if (closing != null) {
            closing.forEach(listener -> listener.accept(reason));
        }
    }
}
