package org.gotalk.cdi.internal.invoke.result;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.PayloadCodec;
import org.gotalk.SockClosedException;
import org.gotalk.StreamResult;
import org.gotalk.Values;
import org.jspecify.annotations.Nullable;

/** Writes published elements one by one; requests the next one when the last one is queued. */
final class PartsSubscriber implements Flow.Subscriber<Object> {

    private static final CompletionStage<Void> QUEUED = CompletableFuture.completedStage(null);

    private final PayloadCodec codec;
    private final StreamResult parts;
    private final String method;
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicInteger toRequest = new AtomicInteger();

    /** Set once, before elements are published. */
    private volatile Flow.@Nullable Subscription subscription;

    /** Completes when the last element is queued. Set by the publisher only. */
    private volatile CompletionStage<Void> queued = QUEUED;

    PartsSubscriber(PayloadCodec codec, StreamResult parts, String method) {
        this.codec = codec;
        this.parts = parts;
        this.method = method;
    }

    /** Completes when the result is complete. */
    CompletionStage<byte[]> done() {
        return done;
    }

    void connectionClosed(CloseReason reason) {
        fail(new SockClosedException(reason, true));
    }

    /** Nobody waits for further elements. */
    void cancelled() {
        fail(new CancellationException("the peer has given the result up"));
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
            requestNext(offered);
        }
    }

    @Override
    public void onNext(Object element) {
        if (done.isDone()) {
            return;
        }
        if (!requested.getAndSet(false)) {
            fail(new IllegalStateException("the publisher of " + method + " published more than was requested"));
            return;
        }
        try {
            byte[] part = Values.encoded(codec, element);
            queued = parts.tryWrite(part) ? QUEUED : parts.writeAsync(part);
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        whenQueued(failure -> {
            if (failure == null) {
                requestNext(Objects.requireNonNull(subscription));
            } else {
                fail(failure);
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        whenQueued(earlier -> done.completeExceptionally(FailureUnwrapper.unwrapped(failure)));
    }

    @Override
    public void onComplete() {
        whenQueued(failure -> {
            if (failure == null) {
                parts.close();
                done.complete(new byte[0]);
            }
        });
    }

    private void whenQueued(Consumer<@Nullable Throwable> action) {
        queued.whenComplete((nothing, failure) -> action.accept(failure));
    }

    /** Does not recurse: a publisher that calls onNext from request would exhaust the stack. */
    private void requestNext(Flow.Subscription from) {
        if (toRequest.getAndIncrement() > 0) {
            return;
        }
        do {
            if (!done.isDone()) {
                requested.set(true);
                from.request(1);
            }
        } while (toRequest.decrementAndGet() > 0);
    }

    private void fail(Throwable failure) {
        if (done.isDone() || !failed.compareAndSet(false, true)) {
            return;
        }
        Flow.Subscription current = subscription;
        try {
            if (current != null) {
                current.cancel();
            }
        } finally {
            done.completeExceptionally(FailureUnwrapper.unwrapped(failure));
        }
    }
}
