package org.gotalk.cdi;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.CloseReason;
import org.gotalk.PayloadCodec;
import org.gotalk.SockClosedException;
import org.gotalk.StreamResult;
import org.gotalk.Values;
import org.jspecify.annotations.Nullable;

/** Writes what is published, one element at a time: the next is asked for when the last one is queued. */
final class PartsSubscriber implements Flow.Subscriber<Object> {

    private static final CompletionStage<Void> WRITTEN = CompletableFuture.completedStage(null);

    private final PayloadCodec codec;
    private final StreamResult parts;
    private final String method;
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicInteger wanted = new AtomicInteger();

    /** Set once, before anything is published. */
    private volatile Flow.@Nullable Subscription subscription;

    /** The last element's way into the queue; set by the publisher, one element after the other. */
    private volatile CompletionStage<Void> written = WRITTEN;

    PartsSubscriber(PayloadCodec codec, StreamResult parts, String method) {
        this.codec = codec;
        this.parts = parts;
        this.method = method;
    }

    /** Completes when the answer is over. */
    CompletionStage<byte[]> done() {
        return done;
    }

    void connectionEnded(CloseReason reason) {
        fail(new SockClosedException(reason, true));
    }

    @Override
    public void onSubscribe(Flow.Subscription offered) {
        if (subscription != null) {
            offered.cancel();
            return;
        }
        subscription = offered;
        if (done.isDone()) {
            offered.cancel();
        } else {
            ask(offered);
        }
    }

    @Override
    public void onNext(Object element) {
        if (done.isDone()) {
            return;
        }
        if (!asked.getAndSet(false)) {
            fail(new IllegalStateException("the publisher of " + method + " published more than it was asked for"));
            return;
        }
        try {
            byte[] part = Values.encoded(codec, element);
            written = parts.tryWrite(part) ? WRITTEN : parts.writeAsync(part);
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        var unused = written.whenComplete((nothing, failure) -> {
            if (failure == null) {
                ask(Objects.requireNonNull(subscription));
            } else {
                fail(failure);
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        var unused =
                written.whenComplete((nothing, earlier) -> done.completeExceptionally(Failures.unwrapped(failure)));
    }

    @Override
    public void onComplete() {
        var unused = written.whenComplete((nothing, failure) -> {
            if (failure == null) {
                parts.close();
                done.complete(new byte[0]);
            }
        });
    }

    /** Not from within itself, where a publisher that answers at once would use up the stack. */
    private void ask(Flow.Subscription of) {
        if (wanted.getAndIncrement() > 0) {
            return;
        }
        do {
            if (!done.isDone()) {
                asked.set(true);
                of.request(1);
            }
        } while (wanted.decrementAndGet() > 0);
    }

    private void fail(Throwable failure) {
        if (done.isDone()) {
            return;
        }
        Flow.Subscription current = subscription;
        try {
            if (current != null) {
                current.cancel();
            }
        } finally {
            done.completeExceptionally(Failures.unwrapped(failure));
        }
    }
}
