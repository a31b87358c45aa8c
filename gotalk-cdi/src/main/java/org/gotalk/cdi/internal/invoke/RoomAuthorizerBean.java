package org.gotalk.cdi.internal.invoke;

import org.gotalk.Sock;
import org.gotalk.cdi.internal.invoke.result.FailureUnwrapper;
import org.gotalk.cdi.internal.scope.MessageContext;
import org.gotalk.cdi.internal.scope.MessageContexts;
import org.gotalk.reach.RoomAuthorizer;

/** The application's authorizer of rooms, called in the contexts of a message as operations are. */
record RoomAuthorizerBean(RoomAuthorizer bean, MessageContexts contexts) implements RoomAuthorizer {

    @Override
    public boolean mayJoin(Sock peer, String room) {
        MessageContext context = contexts.enter(peer);
        try {
            return bean.mayJoin(peer, room);
        } catch (RuntimeException e) {
            throw FailureUnwrapper.unwrappedException(e) instanceof RuntimeException unwrapped ? unwrapped : e;
        } finally {
            context.leave();
        }
    }
}
