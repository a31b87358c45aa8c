package org.gotalk.cdi.internal.invoke.result;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.gotalk.cdi.internal.invoke.argument.CallArguments;
import org.jspecify.annotations.Nullable;

/**
 * Closes the stream that the method wrote to, when it returns or its stage completes. Not after a failure: the end of
 * the stream would signal success.
 */
record WrittenResult(PayloadResult completion) implements OperationResult {

    @Override
    public CompletionStage<byte[]> send(@Nullable Object returned, CallArguments arguments) {
        return completion.send(returned, arguments).thenApply(nothing -> {
            try {
                ((AutoCloseable) Objects.requireNonNull(arguments.out())).close();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
            return nothing;
        });
    }
}
