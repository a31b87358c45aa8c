package org.gotalk.cdi.internal.scope;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.jspecify.annotations.Nullable;

/** The connections of the application, of all endpoints, and their scopes. */
final class SockScopes {

    private final Map<Sock, SockScope> scopes = new ConcurrentHashMap<>();
    private final Set<Sock> open = ConcurrentHashMap.newKeySet();

    void opened(Sock sock) {
        scopes.put(sock, new SockScope(sock));
        open.add(sock);
    }

    /**
     * The connection's scope, with the caller as a new user. A late call, after the connection's beans are destroyed,
     * gets a scope of its own.
     */
    SockScope enter(Sock sock) {
        SockScope scope = scopes.get(sock);
        return scope != null && scope.enter() ? scope : new SockScope(sock);
    }

    /** Removes the connection from the open ones. */
    void closing(Sock sock, CloseReason reason) {
        open.remove(sock);
        SockScope scope = scopes.get(sock);
        if (scope != null) {
            scope.closing(reason);
        }
    }

    /** Makes the connection leave its scope. */
    void closed(Sock sock) {
        SockScope scope = scopes.remove(sock);
        if (scope != null) {
            scope.leave();
        }
    }

    /** Ends all scopes, also of open connections. */
    void endAll() {
        open.clear();
        List.copyOf(scopes.keySet()).forEach(sock -> {
            SockScope scope = scopes.remove(sock);
            if (scope != null) {
                end(scope);
            }
        });
    }

    private static void end(SockScope scope) {
        @Nullable Object[] place = ActiveScope.place();
        SockScope before = ActiveScope.replace(place, scope);
        try {
            scope.end();
        } finally {
            ActiveScope.replace(place, before);
        }
    }

    int size() {
        return open.size();
    }

    List<Sock> snapshot() {
        return List.copyOf(open);
    }
}
