package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.context.control.RequestContextController;
import org.jspecify.annotations.Nullable;

/**
 * The contexts that are active while one message is handled. Entered and left on the same thread, in {@code try} and
 * {@code finally}; a lambda would cost an object a call.
 */
public final class MessageContext {

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

    /** The contexts of a message, within a scope that the caller has entered. */
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

    /** Ends the contexts. */
    public void leave() {
        // The last one to leave destroys the connection's beans, which may still use the contexts.
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
