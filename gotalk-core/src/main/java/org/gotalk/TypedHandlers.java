package org.gotalk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Adapts functions of the application to handlers of payloads and parts. */
final class TypedHandlers {

    private static final CompletionStage<byte[]> NO_FURTHER_PART = CompletableFuture.completedStage(new byte[0]);

    private TypedHandlers() {}

    static <I> RequestHandler request(
            BiFunction<PayloadCodec, byte[], I> decode, Handlers.PeerValueFunction<I> handler) {
        return (peer, name, payload) -> {
            I value = decode.apply(peer.codec(), payload);
            return encoded(peer.codec(), handler.apply(peer, value));
        };
    }

    static StreamHandler stream(Handlers.StreamConsumer handler) {
        return (peer, request, result) -> {
            handler.accept(request, result);
            return NO_FURTHER_PART;
        };
    }

    private static CompletionStage<byte[]> encoded(PayloadCodec codec, @Nullable Object result) {
        if (result instanceof CompletionStage<?> later) {
            return later.thenApply(value -> Values.encoded(codec, value));
        }
        return CompletableFuture.completedFuture(Values.encoded(codec, result));
    }
}
