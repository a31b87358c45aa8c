package org.gotalk.cdi.internal.invoke.result;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.gotalk.StreamResult;
import org.gotalk.cdi.internal.invoke.argument.CallArguments;
import org.jspecify.annotations.Nullable;

/** Writes each element of a returned publisher as a part, at most until the connection closes. */
record PublishedResult(ResultType type, CloseListeners listeners) implements OperationResult {

    @Override
    @SuppressWarnings("unchecked") // a subscriber of all objects takes those of any publisher
    public CompletionStage<byte[]> send(@Nullable Object returned, CallArguments arguments) {
        Flow.Publisher<Object> publisher = type.present(returned, Flow.Publisher.class);
        StreamResult parts = Objects.requireNonNull(arguments.result());
        PartsSubscriber subscriber = new PartsSubscriber(arguments.peer().codec(), parts, type.method());
        Runnable unregister = listeners.onClose(arguments.peer(), subscriber::connectionClosed);
        arguments.caller().cancellation().onCancel(subscriber::cancelled);
        publisher.subscribe(subscriber);
        CompletionStage<byte[]> done = subscriber.done();
        done.whenComplete((nothing, failure) -> unregister.run()); // even if a stage that is returned is cancelled
        return done;
    }
}
