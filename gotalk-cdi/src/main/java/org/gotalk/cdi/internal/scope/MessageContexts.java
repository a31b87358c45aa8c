package org.gotalk.cdi.internal.scope;

import org.gotalk.Sock;

/** The contexts of messages: {@link org.gotalk.cdi.SockScoped}, and a request context if one is needed. */
public record MessageContexts(SockScopes scopes, RequestContexts requests) {

    /** Activates them on this thread, for a message of the peer. The caller must leave them. */
    public MessageContext enter(Sock peer) {
        return MessageContext.within(scopes.enter(peer), requests);
    }
}
