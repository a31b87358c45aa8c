package org.gotalk.cdi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.Values;
import org.jspecify.annotations.Nullable;

/** Answers requests by calling a method marked {@link Operation}. */
final class OperationCalls implements RequestHandler {

    private static final byte[] NOTHING = {};

    private final MessageContexts contexts;
    private final BeanReference reference;
    private final Invoker invoker;
    private final ResultType result;

    OperationCalls(MessageContexts contexts, BeanReference reference, Invoker invoker, ResultType result) {
        this.contexts = contexts;
        this.reference = reference;
        this.invoker = invoker;
        this.result = result;
    }

    @Override
    public CompletionStage<byte[]> handle(Sock peer, String operation, byte[] payload) throws Exception {
        return contexts.call(peer, () -> {
            Object argument = invoker.argument(peer, payload);
            BeanReference.Use use = reference.use();
            return result.isLater() ? answerLater(use, peer, argument) : answer(use, peer, argument);
        });
    }

    private CompletionStage<byte[]> answer(BeanReference.Use use, Sock peer, @Nullable Object argument)
            throws Exception {
        try (use) {
            return CompletableFuture.completedFuture(encoded(peer, invoker.call(use.instance(), peer, argument)));
        }
    }

    /** A dependent bean is kept until its stage is complete, for it may still be at work. */
    private CompletionStage<byte[]> answerLater(BeanReference.Use use, Sock peer, @Nullable Object argument)
            throws Exception {
        CompletionStage<?> stage;
        try {
            stage = result.stage(invoker.call(use.instance(), peer, argument));
        } catch (Exception | Error e) {
            use.close();
            throw e;
        }
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            try (use) {
                if (failure == null) {
                    answer.complete(encoded(peer, value));
                } else {
                    answer.completeExceptionally(Failures.unwrapped(failure));
                }
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private byte[] encoded(Sock peer, @Nullable Object value) {
        return result.isNothing() ? NOTHING : Values.encoded(peer.codec(), value);
    }
}
