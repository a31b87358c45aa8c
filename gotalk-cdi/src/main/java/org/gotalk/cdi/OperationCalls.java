package org.gotalk.cdi;

import java.util.concurrent.CompletionStage;
import org.gotalk.RequestHandler;
import org.gotalk.StreamHandler;
import org.jspecify.annotations.Nullable;

/** Answers requests by calling a method marked {@link Operation}. */
final class OperationCalls {

    /** Makes an answer of what a method returned. */
    @FunctionalInterface
    private interface Answering {
        CompletionStage<byte[]> answer(@Nullable Object returned, CallArguments arguments) throws Exception;
    }

    private final MessageContexts contexts;
    private final BeanReference reference;
    private final Invoker invoker;

    OperationCalls(MessageContexts contexts, BeanReference reference, Invoker invoker) {
        this.contexts = contexts;
        this.reference = reference;
        this.invoker = invoker;
    }

    /** For requests that come as a whole, and are answered as a whole. */
    RequestHandler whole(PayloadAnswer answer) {
        Answering answering = (returned, arguments) -> answer.of(returned, arguments.peer());
        return (peer, name, payload) -> {
            MessageContext context = contexts.enter(peer);
            try {
                return call(invoker.parameters().arguments(peer, name, payload), answering);
            } finally {
                context.leave();
            }
        };
    }

    /** For requests that come in parts, or are answered in parts. */
    StreamHandler inParts(StreamAnswer answer) {
        return (peer, request, result) -> {
            MessageContext context = contexts.enter(peer);
            try {
                return call(
                        invoker.parameters().arguments(peer, request, result),
                        (returned, arguments) -> answer.give(returned, arguments, result));
            } finally {
                context.leave();
            }
        };
    }

    /** A dependent bean is kept until the answer is complete, for it may still be at work. */
    private CompletionStage<byte[]> call(CallArguments arguments, Answering answering) throws Exception {
        BeanReference.Use use = reference.use();
        CompletionStage<byte[]> answer;
        try {
            answer = answering.answer(invoker.call(use.instance(), arguments), arguments);
        } catch (Exception | Error e) {
            use.close();
            throw e;
        }
        return use.closedAfter(answer);
    }
}
