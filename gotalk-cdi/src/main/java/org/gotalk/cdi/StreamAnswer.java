package org.gotalk.cdi;

import java.util.concurrent.CompletionStage;
import org.gotalk.StreamResult;
import org.jspecify.annotations.Nullable;

/** How a method that reads or writes in parts answers. */
@FunctionalInterface
interface StreamAnswer {

    /**
     * Answers, or begins to. Runs in the contexts of the call.
     *
     * @param returned what the method did return
     * @param arguments what the method was called with
     * @param result takes the parts
     * @return completes when the answer is over
     */
    CompletionStage<byte[]> give(@Nullable Object returned, CallArguments arguments, StreamResult result)
            throws Exception;

    /** The answer of one method. */
    static StreamAnswer of(ResultType result, MethodParameters parameters, ConnectionEnds ends) {
        if (result.isStream()) {
            return new PulledAnswer(result);
        }
        if (result.isPublisher()) {
            return new PublishedAnswer(result, ends);
        }
        PayloadAnswer whole = new PayloadAnswer(result);
        return parameters.writes()
                ? new WrittenAnswer(whole)
                : (returned, arguments, parts) -> whole.of(returned, arguments.peer());
    }
}
