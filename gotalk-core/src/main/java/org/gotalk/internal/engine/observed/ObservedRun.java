package org.gotalk.internal.engine.observed;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;
import org.jspecify.annotations.Nullable;

/** Runs the handler of a request, and tells its observation when its stage is complete. */
final class ObservedRun {

    private ObservedRun() {}

    static CompletionStage<byte[]> of(
            MessageObservation seen, BooleanSupplier isCancelled, Callable<CompletionStage<byte[]>> handler)
            throws Exception {
        Runnable returns = seen.begins();
        CompletionStage<byte[]> result;
        try {
            result = handler.call();
            result.whenComplete((payload, failure) -> seen.ended(outcome(failure, isCancelled)));
        } catch (Exception | Error e) {
            seen.ended(outcome(e, isCancelled));
            throw e;
        } finally {
            returns.run();
        }
        return result;
    }

    private static Outcome outcome(@Nullable Throwable failure, BooleanSupplier isCancelled) {
        if (isCancelled.getAsBoolean()) {
            return Outcomes.CANCELLED;
        }
        return failure == null ? Outcome.SUCCESS : Outcomes.ofHandler(failure);
    }
}
