package org.gotalk.cdi.internal.invoke.result;

import java.util.concurrent.CompletionStage;
import org.gotalk.cdi.internal.invoke.argument.CallArguments;
import org.gotalk.cdi.internal.invoke.argument.MethodParameters;
import org.jspecify.annotations.Nullable;

/** Turns what an operation's method returned into the result of the request. */
public sealed interface OperationResult permits PayloadResult, PublishedResult, PulledResult, WrittenResult {

    /**
     * Sends the parts of the result, or starts to. Runs in the contexts of the call.
     *
     * @param returned the return value of the method
     * @param arguments the arguments of the method
     * @return the payload of the result, or of its last part; completes when the operation is over
     */
    CompletionStage<byte[]> send(@Nullable Object returned, CallArguments arguments) throws Exception;

    /** Whether what the method returns are parts. */
    default boolean returnsParts() {
        return this instanceof PulledResult || this instanceof PublishedResult;
    }

    /** The result of a method. */
    static OperationResult of(ResultType type, MethodParameters parameters, CloseListeners listeners) {
        if (type.isStream()) {
            return new PulledResult(type);
        }
        if (type.isPublisher()) {
            return new PublishedResult(type, listeners);
        }
        PayloadResult payload = new PayloadResult(type);
        return parameters.writes() ? new WrittenResult(payload) : payload;
    }
}
