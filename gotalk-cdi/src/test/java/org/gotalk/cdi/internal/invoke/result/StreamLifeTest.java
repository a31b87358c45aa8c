package org.gotalk.cdi.internal.invoke.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamReader;
import org.gotalk.StreamResult;
import org.gotalk.cdi.Journal;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.SockScoped;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lives as long as a stream does. */
class StreamLifeTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Journal.class, Desk.class, Feed.class, Counter.class, Guest.class)
            .extension();

    private final Journal journal = server.bean(Journal.class);
    private final Sock client = server.connect();

    @Test
    void theContextsOfACallLastUntilItsStreamHasBeenPulled() {
        assertThat(client.requestParts("in contexts", 3).values(String.class))
                .containsExactly("call 1, guest 1", "call 2, guest 2", "call 3, guest 3");
        assertThat(client.requestParts("in contexts", 1).values(String.class)).containsExactly("call 1, guest 4");
    }

    @Test
    void aStreamIsClosedAndItsBeanDestroyedAtTheEnd() {
        assertThat(client.requestParts("few", 2).values(Integer.class)).containsExactly(1, 2);
        assertThat(journal.next(2)).containsExactly("closed", "bean over");
    }

    @Test
    void aStreamIsClosedAndItsBeanDestroyedAfterAFailure() {
        StreamReader reader = client.requestParts("few", -1);
        assertThatThrownBy(reader::read).isInstanceOf(OperationException.class).hasMessage("none");
        assertThat(journal.next(2)).containsExactly("closed", "bean over");
    }

    @Test
    void aStreamIsClosedAndItsBeanDestroyedWhenTheConnectionEnds() {
        StreamReader reader = client.requestParts("many", new byte[0]);
        assertThat(reader.read()).isPresent();
        client.close();
        assertThat(journal.next(2)).containsExactly("closed", "bean over");
    }

    @Test
    void aBeanThatWritesLaterIsDestroyedWhenItsStageIsComplete() {
        StreamReader reader = client.requestParts("write later", new byte[0]);
        assertThat(reader.read()).isPresent();
        assertThat(journal.isEmpty()).isTrue();
        server.bean(Feed.class).end.complete(null);
        assertThat(reader.read()).isEmpty();
        assertThat(journal.next()).isEqualTo("bean over");
    }

    @Test
    void elementsOfAPublisherAreParts() {
        StreamReader reader = client.requestParts("feed", new byte[0]);
        Feed feed = server.bean(Feed.class);
        feed.subscribed.join();
        IntStream.range(0, 1000).forEach(feed.publisher::submit);
        feed.publisher.close();
        assertThat(reader.values(Integer.class)).hasSize(1000).isSorted().endsWith(999);
        assertThat(journal.next()).isEqualTo("bean over");
    }

    @Test
    void thePublishersFailureIsAnError() {
        StreamReader reader = client.requestParts("feed", new byte[0]);
        Feed feed = server.bean(Feed.class);
        feed.subscribed.join();
        feed.publisher.submit(1);
        assertThat(reader.read()).isPresent();
        feed.publisher.closeExceptionally(new OperationException("out of order"));
        assertThatThrownBy(reader::read).isInstanceOf(OperationException.class).hasMessage("out of order");
        assertThat(journal.next()).isEqualTo("bean over");
    }

    @Test
    void aSubscriptionIsCancelledWhenTheConnectionEnds() {
        StreamReader reader = client.requestParts("one and no more", new byte[0]);
        assertThat(reader.read()).isPresent();
        client.close();
        assertThat(journal.next(2)).containsExactly("cancelled", "bean over");
    }

    @Test
    void aPublisherWaitsForAReader() {
        StreamReader reader = client.requestParts("ticks", 200_000);
        assertThat(reader.values(Integer.class).mapToInt(Integer::intValue).sum())
                .isEqualTo(200_000 * 7);
    }

    @Dependent
    static class Desk {

        @Inject
        Journal journal;

        @Inject
        Counter counter;

        @Inject
        Guest guest;

        @Inject
        Feed feed;

        @Operation("in contexts")
        Stream<String> inContexts(int count) {
            return Stream.generate(() -> "call " + counter.next() + ", guest " + guest.next())
                    .limit(count);
        }

        @Operation
        Stream<Integer> few(int count) {
            Stream<Integer> numbers = count < 0
                    ? Stream.generate(() -> {
                        throw new OperationException("none");
                    })
                    : Stream.iterate(1, next -> next + 1).limit(count);
            return numbers.onClose(() -> journal.add("closed"));
        }

        @Operation
        Stream<Integer> many() {
            return Stream.iterate(1, next -> next + 1).onClose(() -> journal.add("closed"));
        }

        @Operation("write later")
        CompletionStage<Void> writeLater(StreamResult result) {
            result.writeValue("now");
            return feed.end;
        }

        @Operation
        Flow.Publisher<Integer> feed() {
            return feed::subscribe;
        }

        @Operation("one and no more")
        Flow.Publisher<Integer> oneAndNoMore() {
            return subscriber -> subscriber.onSubscribe(new Ticks(subscriber, 1) {
                @Override
                void end() {}

                @Override
                public void cancel() {
                    journal.add("cancelled");
                }
            });
        }

        @Operation
        Flow.Publisher<Integer> ticks(int count) {
            return subscriber -> subscriber.onSubscribe(new Ticks(subscriber, count));
        }

        @PreDestroy
        void end() {
            journal.add("bean over");
        }
    }

    /** Publishes from within the request. */
    private static class Ticks implements Flow.Subscription {
        private final Flow.Subscriber<? super Integer> subscriber;
        private int left;

        private Ticks(Flow.Subscriber<? super Integer> subscriber, int count) {
            this.subscriber = subscriber;
            this.left = count;
        }

        @Override
        public void request(long n) {
            if (left-- > 0) {
                subscriber.onNext(7);
            } else {
                end();
            }
        }

        void end() {
            subscriber.onComplete();
        }

        @Override
        public void cancel() {}
    }

    @Singleton
    static class Feed {
        private final SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
        private final CompletableFuture<Void> end = new CompletableFuture<>();

        private final CompletableFuture<Void> subscribed = new CompletableFuture<>();

        void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            publisher.subscribe(subscriber);
            subscribed.complete(null);
        }
    }

    @RequestScoped
    static class Counter {
        private int count;

        int next() {
            return ++count;
        }
    }

    @SockScoped
    static class Guest {
        private int count;

        int next() {
            return ++count;
        }
    }
}
