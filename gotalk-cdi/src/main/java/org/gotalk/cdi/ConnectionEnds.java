package org.gotalk.cdi;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/**
 * What is to be done when connections end. A connection is asked for its end once: what waits for it could otherwise
 * never be taken back, and a connection that stays long would collect it.
 */
final class ConnectionEnds {

    private final Map<Sock, Set<Consumer<CloseReason>>> waiting = new ConcurrentHashMap<>();

    /**
     * Does something when the connection ends; at once if it has. It may be done twice.
     *
     * @return takes it back
     */
    Runnable onEnd(Sock sock, Consumer<CloseReason> action) {
        Set<Consumer<CloseReason>> fresh = ConcurrentHashMap.newKeySet();
        Set<Consumer<CloseReason>> known = waiting.putIfAbsent(sock, fresh);
        Set<Consumer<CloseReason>> actions = known == null ? fresh : known;
        actions.add(action);
        if (known == null) {
            var unused = sock.closed().thenAccept(reason -> ended(sock, reason));
        } else if (waiting.get(sock) != actions) {
            var unused = sock.closed().thenAccept(action);
        }
        return () -> actions.remove(action);
    }

    private void ended(Sock sock, CloseReason reason) {
        Set<Consumer<CloseReason>> actions = waiting.remove(sock);
        if (actions != null) {
            actions.forEach(action -> action.accept(reason));
        }
    }
}
