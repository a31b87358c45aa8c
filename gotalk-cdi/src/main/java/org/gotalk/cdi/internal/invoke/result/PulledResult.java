package org.gotalk.cdi.internal.invoke.result;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.gotalk.PayloadCodec;
import org.gotalk.StreamResult;
import org.gotalk.Values;
import org.gotalk.cdi.internal.invoke.argument.CallArguments;
import org.jspecify.annotations.Nullable;

/** Writes each element of a returned stream as a part; pulls the next one when the last one is queued. */
record PulledResult(ResultType type) implements OperationResult {

    @Override
    public CompletionStage<byte[]> send(@Nullable Object returned, CallArguments arguments) throws Exception {
        PayloadCodec codec = arguments.peer().codec();
        StreamResult parts = Objects.requireNonNull(arguments.result());
        try (Stream<?> elements = type.present(returned, Stream.class)) {
            elements.sequential().forEachOrdered(element -> parts.write(Values.encoded(codec, element)));
        } catch (Throwable e) {
            throw FailureUnwrapper.unwrappedException(e);
        }
        parts.close();
        return CompletableFuture.completedStage(new byte[0]);
    }
}
