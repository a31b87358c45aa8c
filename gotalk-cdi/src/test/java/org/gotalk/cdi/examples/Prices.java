package org.gotalk.cdi.examples;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Stream;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.cdi.Operation;

@ApplicationScoped
public class Prices {

    private final SubmissionPublisher<Double> feed = new SubmissionPublisher<>();

    @Operation
    public Flow.Publisher<Double> watch() {
        return feed;
    }

    @Operation
    public void publish(Stream<Double> prices) {
        prices.forEach(feed::submit);
    }

    @Operation
    public void convert(StreamRequest request, StreamResult result) {
        request.values(Double.class).forEach(price -> result.writeValue(price * 1.1));
    }

    @PreDestroy
    void end() {
        feed.close();
    }
}
