package org.gotalk.cdi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.gotalk.PayloadCodec;
import org.gotalk.StreamResult;
import org.gotalk.Values;
import org.jspecify.annotations.Nullable;

/** Writes the elements of a returned stream, each as a part. The next is pulled when there was room for the last. */
record PulledAnswer(ResultType result) implements StreamAnswer {

    @Override
    public CompletionStage<byte[]> give(@Nullable Object returned, CallArguments arguments, StreamResult parts)
            throws Exception {
        PayloadCodec codec = arguments.peer().codec();
        try (Stream<?> elements = result.present(returned, Stream.class)) {
            elements.sequential().forEachOrdered(element -> parts.write(Values.encoded(codec, element)));
        } catch (Throwable e) {
            throw Failures.unwrappedException(e);
        }
        parts.close();
        return CompletableFuture.completedStage(new byte[0]);
    }
}
