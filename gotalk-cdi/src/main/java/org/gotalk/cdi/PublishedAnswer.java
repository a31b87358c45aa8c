package org.gotalk.cdi;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.gotalk.StreamResult;
import org.jspecify.annotations.Nullable;

/** Writes what a returned publisher publishes, each element as a part, until the connection ends at the latest. */
record PublishedAnswer(ResultType result, ConnectionEnds ends) implements StreamAnswer {

    @Override
    @SuppressWarnings("unchecked") // a subscriber of all objects takes those of any publisher
    public CompletionStage<byte[]> give(@Nullable Object returned, CallArguments arguments, StreamResult parts) {
        Flow.Publisher<Object> publisher = result.present(returned, Flow.Publisher.class);
        PartsSubscriber subscriber = new PartsSubscriber(arguments.peer().codec(), parts, result.method());
        Runnable forget = ends.onEnd(arguments.peer(), subscriber::connectionEnded);
        publisher.subscribe(subscriber);
        return subscriber.done().whenComplete((nothing, failure) -> forget.run());
    }
}
