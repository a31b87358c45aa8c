package org.gotalk.cdi;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.gotalk.StreamResult;
import org.jspecify.annotations.Nullable;

/**
 * Ends the answer that a method has written, when it returns or its stage is complete. After a failure the answer is not
 * ended here: its end would tell the peer that all is well.
 */
record WrittenAnswer(PayloadAnswer completion) implements StreamAnswer {

    @Override
    public CompletionStage<byte[]> give(@Nullable Object returned, CallArguments arguments, StreamResult result) {
        return completion.of(returned, arguments.peer()).thenApply(nothing -> {
            try {
                ((AutoCloseable) Objects.requireNonNull(arguments.out())).close();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
            return nothing;
        });
    }
}
