package org.gotalk.cdi.internal.invoke.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.gotalk.CloseReason;
import org.gotalk.OperationException;
import org.gotalk.PayloadCodec;
import org.gotalk.SockClosedException;
import org.gotalk.StreamEndedException;
import org.junit.jupiter.api.Test;

class PartsSubscriberTest {

    private final SlowResult result = new SlowResult();
    private final PartsSubscriber subscriber = subscriber(result);
    private final Asked subscription = new Asked();

    @Test
    void anElementIsAskedForAtFirst() {
        subscriber.onSubscribe(subscription);
        assertThat(subscription.count).isEqualTo(1);
    }

    @Test
    void theNextIsAskedForWhenTheLastIsQueued() {
        subscriber.onSubscribe(subscription);
        subscriber.onNext("a");
        assertThat(result.written()).containsExactly("\"a\"");
        assertThat(subscription.count).isEqualTo(1);
        result.makeRoom();
        assertThat(subscription.count).isEqualTo(2);
    }

    @Test
    void theResultEndsWhenTheLastIsQueued() {
        subscriber.onSubscribe(subscription);
        subscriber.onNext("a");
        subscriber.onComplete();
        assertThat(result.isClosed()).isFalse();
        result.makeRoom();
        assertThat(result.isClosed()).isTrue();
        assertThat(done()).isCompletedWithValueMatching(payload -> payload.length == 0);
    }

    @Test
    void aFailureComesAfterPublishedPartsAndDoesNotEndTheResult() {
        subscriber.onSubscribe(subscription);
        subscriber.onNext("a");
        subscriber.onError(new CompletionException(new OperationException("enough")));
        assertThat(done()).isNotDone();
        result.makeRoom();
        assertThat(failure()).isInstanceOf(OperationException.class).hasMessage("enough");
        assertThat(result.isClosed()).isFalse();
    }

    @Test
    void whatCannotBeWrittenCancels() {
        subscriber.onSubscribe(subscription);
        subscriber.onNext("a");
        result.fail(new StreamEndedException("the peer wants no more"));
        assertThat(subscription.cancelled).isTrue();
        assertThat(failure()).isInstanceOf(StreamEndedException.class);
    }

    @Test
    void whatCannotBeEncodedCancels() {
        subscriber.onSubscribe(subscription);
        subscriber.onNext(new Secret());
        assertThat(subscription.cancelled).isTrue();
        assertThat(failure()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theEndOfTheConnectionCancelsAndNothingMoreIsWritten() {
        subscriber.onSubscribe(subscription);
        subscriber.connectionClosed(CloseReason.NORMAL);
        subscriber.onNext("a");
        assertThat(subscription.cancelled).isTrue();
        assertThat(result.written()).isEmpty();
        assertThat(failure()).isInstanceOf(SockClosedException.class);
    }

    @Test
    void aSubscriptionThatComesAfterTheEndOfTheConnectionIsCancelled() {
        subscriber.connectionClosed(CloseReason.NORMAL);
        subscriber.onSubscribe(subscription);
        assertThat(subscription.cancelled).isTrue();
        assertThat(subscription.count).isZero();
    }

    @Test
    void aSecondSubscriptionIsCancelled() {
        subscriber.onSubscribe(new Asked());
        subscriber.onSubscribe(subscription);
        assertThat(subscription.cancelled).isTrue();
    }

    @Test
    void anElementThatNobodyAskedForEndsIt() {
        subscriber.onSubscribe(subscription);
        subscriber.onNext("a");
        subscriber.onNext("b");
        assertThat(subscription.cancelled).isTrue();
        assertThat(result.written()).containsExactly("\"a\"");
        assertThat(failure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the publisher of Desk.op() published more than was requested");
    }

    @Test
    void aPublisherThatPublishesAtOnceDoesNotUseUpTheStack() {
        SlowResult quick = SlowResult.quick();
        PartsSubscriber numbers = subscriber(quick);
        numbers.onSubscribe(new Numbers(numbers, 100_000));
        assertThat(quick.written()).hasSize(100_000).endsWith("99999");
        assertThat(quick.isClosed()).isTrue();
    }

    private static PartsSubscriber subscriber(SlowResult result) {
        return new PartsSubscriber(PayloadCodec.fromClassPath(), result, "Desk.op()");
    }

    private CompletableFuture<byte[]> done() {
        return subscriber.done().toCompletableFuture();
    }

    private Throwable failure() {
        return done().handle((payload, failure) -> failure).join();
    }

    public static class Secret {
        public String getText() {
            throw new IllegalStateException("secret");
        }
    }

    private static final class Asked implements Flow.Subscription {
        private long count;
        private boolean cancelled;

        @Override
        public void request(long n) {
            count += n;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    /** Publishes from within the request. */
    private static final class Numbers implements Flow.Subscription {
        private final Flow.Subscriber<Object> subscriber;
        private final int count;
        private int next;

        private Numbers(Flow.Subscriber<Object> subscriber, int count) {
            this.subscriber = subscriber;
            this.count = count;
        }

        @Override
        public void request(long n) {
            if (next == count) {
                subscriber.onComplete();
            } else {
                subscriber.onNext(next++);
            }
        }

        @Override
        public void cancel() {}
    }
}
