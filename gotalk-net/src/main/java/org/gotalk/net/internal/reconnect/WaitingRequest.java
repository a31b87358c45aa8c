package org.gotalk.net.internal.reconnect;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.GotalkException;
import org.gotalk.OutboxFullException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.SockClosedException;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.internal.reconnect.ReconnectingSender.Admission;
import org.jspecify.annotations.Nullable;

/**
 * A request. It goes from connection to connection until one has handed it to the network, within its time. While it waits
 * that time is kept here, and while a connection has it, there.
 */
final class WaitingRequest implements WaitingMessage {

    private final ReconnectingSender sender;
    private final String operation;
    private final byte[] payload;
    private final Deadline deadline;
    private final long order;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private final Executor context; // of the caller
    private final AtomicBoolean isTimed = new AtomicBoolean();
    private volatile @Nullable CompletableFuture<byte[]> requested; // of the connection that has it

    WaitingRequest(ReconnectingSender sender, String operation, byte[] payload, Duration timeout, Executor context) {
        this.sender = sender;
        this.context = context;
        this.operation = operation;
        this.payload = payload;
        this.deadline = new Deadline(timeout, sender.scheduler().nanoTime());
        this.order = sender.nextOrder();
    }

    /**
     * Sends it or lets it wait, without waiting itself. The answer comes on whatever thread brings it; to cancel it gives
     * the request up.
     */
    CompletableFuture<byte[]> send() {
        CompletionStage<byte[]> told = answer;
        told.whenComplete((result, failure) -> {
            if (answer.isCancelled()) {
                giveUp();
            }
        });
        Admission admission = sender.enter(this, Duration.ZERO);
        GotalkException refusal = admission.refusal();
        EngineSock to = admission.straight();
        if (refusal != null) {
            fail(refusal);
        } else if (to == null) {
            waits();
        } else {
            follow(to, requested(to));
        }
        return answer;
    }

    /** Sends it or lets it wait, and waits for the answer; with a connection that is there, first for room. */
    byte[] call() {
        if (deadline.isOver(now())) {
            throw unsent();
        }
        Admission admission = sender.enter(this, Duration.ZERO);
        GotalkException refusal = admission.refusal();
        EngineSock to = admission.straight();
        if (refusal != null) {
            throw refusal;
        }
        if (to == null) {
            waits();
            return await();
        }
        try {
            return to.request(operation, payload, byte[].class, left());
        } catch (SockClosedException e) {
            if (e.mayHaveRun()) {
                throw e;
            }
            sender.lost(to);
            return call();
        } catch (RequestTimeoutException e) {
            throw timedOut();
        }
    }

    @Override
    public long order() {
        return order;
    }

    @Override
    public long size() {
        return (long) operation.length() + payload.length;
    }

    @Override
    public Sent sendOn(EngineSock connection) {
        if (answer.isDone() || deadline.isOver(now())) {
            fail(unsent());
            return Sent.YES;
        }
        CompletableFuture<byte[]> requested = requested(connection);
        Throwable failure = failure(requested);
        if (failure instanceof OutboxFullException) {
            return Sent.NO_ROOM;
        }
        if (isUnsent(failure)) {
            return Sent.NO_CONNECTION;
        }
        follow(connection, requested);
        return Sent.YES;
    }

    @Override
    public void waits() {
        if (!deadline.isNever() && isTimed.compareAndSet(false, true)) {
            sender.scheduler().schedule(this::isLate, deadline.left(now())).cancelAfter(answer);
        } else if (deadline.isOver(now())) {
            isLate(); // the timer has run while a connection was asked
        }
    }

    @Override
    public void fail(GotalkException reason) {
        answer.completeExceptionally(reason);
    }

    private CompletableFuture<byte[]> requested(EngineSock connection) {
        CompletableFuture<CompletableFuture<byte[]>> made = new CompletableFuture<>();
        context.execute(() -> made.complete(connection.requestNow(operation, payload, left())));
        return made.join();
    }

    /** The caller does not wait any more. */
    private void giveUp() {
        sender.withdraw(this);
        CompletableFuture<byte[]> current = requested;
        if (current != null) {
            current.cancel(false);
        }
    }

    private void follow(EngineSock connection, CompletableFuture<byte[]> current) {
        requested = current;
        if (answer.isDone()) {
            current.cancel(false);
        }
        CompletionStage<byte[]> told = current;
        told.whenComplete((result, failure) -> {
            if (failure == null) {
                answer.complete(result);
            } else if (isUnsent(failure)) {
                comesBack(connection, failure);
            } else {
                answer.completeExceptionally(failure instanceof RequestTimeoutException ? timedOut() : failure);
            }
        });
    }

    private void comesBack(EngineSock connection, Throwable failure) {
        if (answer.isDone()) {
            return;
        }
        if (sender.comesBack(this, connection)) {
            waits();
        } else {
            answer.completeExceptionally(failure);
        }
    }

    private void isLate() {
        if (sender.withdraw(this)) {
            fail(unsent());
        }
    }

    private byte[] await() {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            WaitInterruptedException failure = new WaitInterruptedException("the answer to \"" + operation + "\"", e);
            fail(failure);
            giveUp();
            throw failure;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private long now() {
        return sender.scheduler().nanoTime();
    }

    private Duration left() {
        return deadline.left(now());
    }

    private RequestTimeoutException unsent() {
        return RequestTimeoutException.ofUnsent(operation, deadline.timeout());
    }

    /** The connection had what was left of it. */
    private RequestTimeoutException timedOut() {
        return new RequestTimeoutException(operation, deadline.timeout());
    }

    private static boolean isUnsent(@Nullable Throwable failure) {
        return failure instanceof SockClosedException closed && !closed.mayHaveRun();
    }

    /** Why it has failed already; null where it has not. */
    private static @Nullable Throwable failure(CompletableFuture<?> requested) {
        return requested.isCompletedExceptionally()
                ? requested.handle((result, failure) -> failure).join()
                : null;
    }
}
