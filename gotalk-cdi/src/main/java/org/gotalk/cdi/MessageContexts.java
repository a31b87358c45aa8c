package org.gotalk.cdi;

import org.gotalk.Sock;
import org.jspecify.annotations.Nullable;

/** Runs code for a connection: with its {@link SockScoped} beans, and in a request context of its own. */
final class MessageContexts {

    /** What runs within the contexts. */
    @FunctionalInterface
    interface Body<T extends @Nullable Object, E extends Exception> {
        T run() throws E;
    }

    /** As above, without a result. */
    @FunctionalInterface
    interface Task<E extends Exception> {
        void run() throws E;
    }

    private final SockScopes scopes;
    private final RequestContexts requests;

    MessageContexts(SockScopes scopes, RequestContexts requests) {
        this.scopes = scopes;
        this.requests = requests;
    }

    <T extends @Nullable Object, E extends Exception> T call(Sock sock, Body<T, E> body) throws E {
        SockScope scope = scopes.enter(sock);
        SockScope before = scope.activate();
        try {
            return callInRequest(scope, body);
        } finally {
            SockScope.restore(before);
        }
    }

    <E extends Exception> void run(Sock sock, Task<E> task) throws E {
        call(sock, () -> {
            task.run();
            return sock;
        });
    }

    private <T extends @Nullable Object, E extends Exception> T callInRequest(SockScope scope, Body<T, E> body)
            throws E {
        Runnable end = () -> {};
        try {
            end = requests.begin();
            return body.run();
        } finally {
            // The last one to leave destroys the connection's beans, which may still want the contexts.
            try {
                scope.leave();
            } finally {
                end.run();
            }
        }
    }
}
