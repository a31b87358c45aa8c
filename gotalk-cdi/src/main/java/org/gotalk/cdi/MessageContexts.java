package org.gotalk.cdi;

import org.gotalk.Sock;

/** What handles messages runs in: {@link SockScoped} beans, and a request context of its own where one is needed. */
record MessageContexts(SockScopes scopes, RequestContexts requests) {

    /** Makes them active on this thread, for a message of the peer. To be left in any case. */
    MessageContext enter(Sock peer) {
        return MessageContext.within(scopes.enter(peer), requests);
    }
}
