package org.gotalk.cdi.internal.invoke.result;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.gotalk.Sock;
import org.gotalk.Values;
import org.gotalk.cdi.internal.invoke.argument.CallArguments;
import org.jspecify.annotations.Nullable;

/** Encodes what the method returned as a single payload, at once or when its stage completes. */
record PayloadResult(ResultType type) implements OperationResult {

    private static final byte[] NOTHING = {};

    @Override
    public CompletionStage<byte[]> send(@Nullable Object returned, CallArguments arguments) {
        Sock peer = arguments.peer();
        if (!type.isLater()) {
            return CompletableFuture.completedFuture(encoded(peer, returned));
        }
        CompletionStage<?> stage = type.present(returned, CompletionStage.class);
        return stage.handle((value, failure) -> {
            if (failure != null) {
                throw new CompletionException(FailureUnwrapper.unwrapped(failure));
            }
            return encoded(peer, value);
        });
    }

    private byte[] encoded(Sock peer, @Nullable Object value) {
        return type.isNothing() ? NOTHING : Values.encoded(peer.codec(), value);
    }
}
