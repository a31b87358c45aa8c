package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.gotalk.Cancellation;
import org.gotalk.Sock;
import org.gotalk.StreamReader;
import org.gotalk.StreamResult;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What beans hear of a request whose peer does not wait any more. */
@Timeout(60)
class CancelledOperationsTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Desk.class, Journal.class).extension();

    private final Journal journal = server.bean(Journal.class);
    private final Sock client = server.connect();

    private CompletableFuture<String> ask(String operation) {
        return client.requestAsync(operation, "x", String.class, Duration.ZERO).toCompletableFuture();
    }

    @Test
    void aMethodMayTakeTheCancellation() {
        CompletableFuture<String> call = ask("wait");
        assertThat(journal.next(1)).containsExactly("waits");
        call.cancel(false);
        assertThat(journal.next(2)).containsExactlyInAnyOrder("told true", "bean over");
    }

    @Test
    void theStageThatItHasReturnedIsCancelled() {
        CompletableFuture<String> call = ask("later");
        assertThat(journal.next(1)).containsExactly("begun");
        call.cancel(false);
        assertThat(journal.next(2)).containsExactlyInAnyOrder("cancelled true", "bean over");
    }

    @Test
    void theSubscriptionToItsPublisherIsCancelled() {
        StreamReader reader = client.requestParts("ticks", "x");
        assertThat(reader.read()).isPresent();
        reader.close();
        assertThat(journal.next(2)).containsExactlyInAnyOrder("unsubscribed", "bean over");
    }

    @Test
    void aMethodWithAStreamTakesItToo() {
        StreamReader reader = client.requestParts("parts", "x");
        assertThat(journal.next(1)).containsExactly("reads");
        reader.close();
        assertThat(journal.next(2)).containsExactlyInAnyOrder("told true", "bean over");
    }

    @Dependent
    static class Desk {

        @Inject
        Journal journal;

        @Operation("wait")
        String waits(String word, Cancellation cancellation) {
            CompletableFuture<String> told = new CompletableFuture<>();
            cancellation.onCancel(() -> told.complete("told " + cancellation.isCancelled()));
            journal.add("waits");
            journal.add(told.join());
            return word;
        }

        @Operation
        CompletionStage<String> later() {
            CompletableFuture<String> later = new CompletableFuture<>();
            CompletionStage<String> told = later;
            told.whenComplete((value, failure) -> journal.add("cancelled " + later.isCancelled()));
            journal.add("begun");
            return later;
        }

        @Operation
        Flow.Publisher<String> ticks() {
            return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                private boolean isFirst = true;

                @Override
                public void request(long count) {
                    if (isFirst) {
                        isFirst = false;
                        subscriber.onNext("tick");
                    }
                }

                @Override
                public void cancel() {
                    journal.add("unsubscribed");
                }
            });
        }

        @Operation
        void parts(StreamResult result, Cancellation cancellation) {
            CompletableFuture<String> told = new CompletableFuture<>();
            cancellation.onCancel(() -> told.complete("told " + cancellation.isCancelled()));
            journal.add("reads");
            journal.add(told.join());
            result.write(new byte[] {1});
        }

        @PreDestroy
        void over() {
            journal.add("bean over");
        }
    }
}
