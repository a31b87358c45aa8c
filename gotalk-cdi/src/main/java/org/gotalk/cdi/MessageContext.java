package org.gotalk.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import org.jspecify.annotations.Nullable;

/**
 * What is active while one message is handled. Begun and ended on the same thread, in {@code try} and {@code finally}:
 * code within lambdas would read no better, and each of them is an object a call.
 */
final class MessageContext {

    private final SockScope scope;
    private final @Nullable Object[] place = ActiveScope.place();
    private final @Nullable SockScope before;
    private final RequestContexts requests;
    private @Nullable RequestContextController request;

    private MessageContext(SockScope scope, RequestContexts requests) {
        this.scope = scope;
        this.before = ActiveScope.replace(place, scope);
        this.requests = requests;
    }

    /** Of a scope that the caller has entered. */
    static MessageContext within(SockScope scope, RequestContexts requests) {
        MessageContext context = new MessageContext(scope, requests);
        try {
            context.request = requests.begin();
        } catch (RuntimeException | Error e) {
            context.leave();
            throw e;
        }
        return context;
    }

    void leave() {
        // The last one to leave destroys the connection's beans, which may still want the contexts.
        try {
            scope.leave();
        } finally {
            endRequest();
        }
    }

    private void endRequest() {
        try {
            if (request != null) {
                requests.end(request);
            }
        } finally {
            ActiveScope.replace(place, before);
        }
    }
}
