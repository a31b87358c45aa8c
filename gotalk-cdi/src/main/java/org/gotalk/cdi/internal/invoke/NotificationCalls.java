package org.gotalk.cdi.internal.invoke;

import org.gotalk.Cancellation;
import org.gotalk.NotificationHandler;
import org.gotalk.Sock;
import org.gotalk.cdi.internal.invoke.argument.CallArguments;
import org.gotalk.cdi.internal.invoke.argument.Caller;
import org.gotalk.cdi.internal.scope.MessageContext;
import org.gotalk.cdi.internal.scope.MessageContexts;

/** Handles notifications by calling a method marked {@link org.gotalk.cdi.Notification}. */
record NotificationCalls(AccessCheck access, MessageContexts contexts, BeanReference reference, Invoker invoker)
        implements NotificationHandler {

    @Override
    public void handle(Sock peer, String name, byte[] payload) throws Exception {
        if (!access.permits(peer, name)) {
            return;
        }
        MessageContext context = contexts.enter(peer);
        try {
            CallArguments arguments =
                    invoker.parameters().arguments(new Caller(peer, name, Cancellation.NEVER), payload);
            try (BeanReference.Use use = reference.use()) {
                invoker.call(use.instance(), arguments);
            }
        } finally {
            context.leave();
        }
    }
}
