package org.gotalk.cdi.internal.invoke;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Cancellation;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.cdi.internal.invoke.argument.CallArguments;
import org.gotalk.cdi.internal.invoke.argument.Caller;
import org.gotalk.cdi.internal.invoke.result.OperationResult;
import org.gotalk.cdi.internal.scope.MessageContext;
import org.gotalk.cdi.internal.scope.MessageContexts;

/** Handles requests by calling a method marked {@link org.gotalk.cdi.Operation}. */
record OperationCalls(
        AccessCheck access, MessageContexts contexts, BeanReference reference, Invoker invoker, OperationResult result)
        implements RequestHandler {

    @Override
    public CompletionStage<byte[]> handle(Sock peer, String name, byte[] payload) throws Exception {
        return handle(peer, name, payload, Cancellation.NEVER);
    }

    /** Handles a request with a single payload and a single result. */
    @Override
    public CompletionStage<byte[]> handle(Sock peer, String name, byte[] payload, Cancellation cancellation)
            throws Exception {
        access.check(peer, name);
        MessageContext context = contexts.enter(peer);
        try {
            return call(invoker.parameters().arguments(new Caller(peer, name, cancellation), payload));
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
        Object returned;
        CompletionStage<byte[]> sent;
        try {
            returned = invoker.call(use.instance(), arguments);
            sent = result.send(returned, arguments);
        } catch (Exception | Error e) {
            use.close();
            throw e;
        }
        CompletionStage<byte[]> over = use.closedAfter(sent);
        return returned instanceof CompletionStage<?> stage ? cancelling(stage, over) : over;
    }

    /** The same stage; to cancel it cancels the one that the method has returned. */
    private static CompletionStage<byte[]> cancelling(CompletionStage<?> returned, CompletionStage<byte[]> sent) {
        CompletableFuture<byte[]> over = sent.toCompletableFuture();
        CompletionStage<byte[]> told = over;
        told.whenComplete((payload, failure) -> {
            if (over.isCancelled()) {
                returned.toCompletableFuture().cancel(false);
            }
        });
        return over;
    }
}
