package org.gotalk.cdi.internal.invoke;

import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.cdi.internal.invoke.argument.CallArguments;
import org.gotalk.cdi.internal.invoke.result.OperationResult;
import org.gotalk.cdi.internal.scope.MessageContext;
import org.gotalk.cdi.internal.scope.MessageContexts;

/** Handles requests by calling a method marked {@link org.gotalk.cdi.Operation}. */
record OperationCalls(
        AccessCheck access,
        MessageContexts contexts,
        BeanReference reference,
        Invoker invoker,
        OperationResult result) {

    /** Handles a request with a single payload and a single result. */
    CompletionStage<byte[]> single(Sock peer, String name, byte[] payload) throws Exception {
        access.check(peer, name);
        MessageContext context = contexts.enter(peer);
        try {
            return call(invoker.parameters().arguments(peer, name, payload));
        } finally {
            context.leave();
        }
    }

    /** Handles a request whose payload or result is in parts. */
    CompletionStage<byte[]> inParts(Sock peer, StreamRequest request, StreamResult parts) throws Exception {
        access.check(peer, request.operation());
        MessageContext context = contexts.enter(peer);
        try {
            return call(invoker.parameters().arguments(peer, request, parts));
        } finally {
            context.leave();
        }
    }

    /** Keeps a dependent bean until the result is complete, because the bean may still work on it. */
    private CompletionStage<byte[]> call(CallArguments arguments) throws Exception {
        BeanReference.Use use = reference.use();
        CompletionStage<byte[]> sent;
        try {
            sent = result.send(invoker.call(use.instance(), arguments), arguments);
        } catch (Exception | Error e) {
            use.close();
            throw e;
        }
        return use.closedAfter(sent);
    }
}
