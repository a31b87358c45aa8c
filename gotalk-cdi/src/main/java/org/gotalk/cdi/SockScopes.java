package org.gotalk.cdi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/** The connections of the application and their scopes, whichever endpoint they came through. */
final class SockScopes {

    private final Map<Sock, SockScope> scopes = new ConcurrentHashMap<>();
    private final Set<Sock> open = ConcurrentHashMap.newKeySet();

    void opened(Sock sock) {
        scopes.put(sock, new SockScope(sock));
        open.add(sock);
    }

    /**
     * The connection's scope, with the caller as one more user of it. A call that comes late, when the connection's
     * beans are gone, gets a scope for itself: it can still do its work, though nobody waits for the answer.
     */
    SockScope enter(Sock sock) {
        SockScope scope = scopes.get(sock);
        return scope != null && scope.enter() ? scope : new SockScope(sock);
    }

    /** From here on the connection is no longer one of the open ones. */
    void closing(Sock sock, CloseReason reason) {
        open.remove(sock);
        SockScope scope = scopes.get(sock);
        if (scope != null) {
            scope.closing(reason);
        }
    }

    /** The connection itself no longer uses its scope. */
    void closed(Sock sock) {
        SockScope scope = scopes.remove(sock);
        if (scope != null) {
            scope.leave();
        }
    }

    /** Ends all scopes, even of connections that are still there. */
    void endAll() {
        open.clear();
        List.copyOf(scopes.keySet()).forEach(sock -> {
            SockScope scope = scopes.remove(sock);
            if (scope != null) {
                scope.end();
            }
        });
    }

    int size() {
        return open.size();
    }

    List<Sock> snapshot() {
        return List.copyOf(open);
    }
}
