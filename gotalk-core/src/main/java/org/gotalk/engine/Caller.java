package org.gotalk.engine;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.gotalk.CloseReason;
import org.gotalk.GotalkException;
import org.gotalk.Names;
import org.gotalk.OperationException;
import org.gotalk.OutboxFullException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.RetryLater;
import org.gotalk.SockClosedException;
import org.gotalk.WaitInterruptedException;
import org.gotalk.wire.EncodedMessage;
import org.gotalk.wire.ErrorResult;
import org.gotalk.wire.Payload;
import org.gotalk.wire.RequestId;
import org.gotalk.wire.RetryResult;
import org.gotalk.wire.SingleRequest;
import org.gotalk.wire.SingleResult;
import org.gotalk.wire.StreamResult;

/** This side's requests: sends them, gives them a time limit, and matches the answers that come back. */
final class Caller {

    private final PendingCalls pending;
    private final Settings settings;
    private final Outbox outbox;
    private final Supplier<CloseReason> closing;

    /** The reason is asked for once the outbox is closed. */
    Caller(Settings settings, Outbox outbox, Supplier<CloseReason> closing) {
        this.settings = settings;
        this.pending = new PendingCalls(settings.limits().maxPendingRequests());
        this.outbox = outbox;
        this.closing = closing;
    }

    /** Requests and waits, for room in the outbox and then for the answer. */
    byte[] call(String operation, byte[] payload, Duration timeout) {
        PendingCall call = begin(operation, timeout);
        boolean queued = isWaiting(call) && offerWaiting(call, request(call, operation, payload), timeout);
        return await(checked(call, queued), operation);
    }

    /** Requests without waiting. The answer comes on the executor. */
    CompletableFuture<byte[]> callAsync(String operation, byte[] payload, Duration timeout) {
        PendingCall call = begin(operation, timeout);
        boolean queued = isWaiting(call) && outbox.offer(request(call, operation, payload), call);
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        CompletableFuture<?> unused = checked(call, queued)
                .answer()
                .whenComplete((result, failure) -> onExecutor(() -> {
                    if (failure == null) {
                        answer.complete(result);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                }));
        return answer;
    }

    void result(SingleResult message) {
        pending.answered(
                message.id(), call -> call.answer().complete(message.payload().bytes()));
    }

    void streamResult(StreamResult message) {
        fail(message.id(), new OperationException("the peer answers in parts, which this request does not take"));
    }

    void error(ErrorResult message) {
        fail(message.id(), new OperationException(message.payload().text()));
    }

    void retry(RetryResult message) {
        fail(
                message.id(),
                RetryLater.after(
                        Duration.ofMillis(message.waitMillis()),
                        message.payload().text()));
    }

    /** The connection has ended. */
    void end(CloseReason reason) {
        pending.end(reason);
    }

    private void fail(RequestId id, GotalkException failure) {
        pending.answered(id, call -> call.answer().completeExceptionally(failure));
    }

    private PendingCall begin(String operation, Duration timeout) {
        Names.checked(operation);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ", but must be positive");
        }
        PendingCall call = pending.begin();
        call.cancelWhenAnswered(settings.scheduler()
                .schedule(() -> pending.fail(call, new RequestTimeoutException(operation, timeout)), timeout));
        return call;
    }

    /** One that has failed at its beginning is not sent. */
    private static boolean isWaiting(PendingCall call) {
        return !call.answer().isDone();
    }

    private static EncodedMessage request(PendingCall call, String operation, byte[] payload) {
        return EncodedMessage.of(new SingleRequest(call.id(), operation, Payload.of(payload)));
    }

    private boolean offerWaiting(PendingCall call, EncodedMessage message, Duration timeout) {
        try {
            return outbox.offer(message, call, timeout);
        } catch (WaitInterruptedException e) {
            pending.fail(call, e);
            throw e;
        }
    }

    /** The call, which has failed already if it could not be queued. */
    private PendingCall checked(PendingCall call, boolean queued) {
        if (!queued) {
            pending.fail(
                    call,
                    outbox.isClosed()
                            ? new SockClosedException(closing.get(), false)
                            : OutboxFullException.ofBytes(
                                    outbox.queued(), settings.limits().maxOutbound()));
        }
        return call;
    }

    private byte[] await(PendingCall call, String operation) {
        try {
            return call.answer().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            WaitInterruptedException failure = new WaitInterruptedException("the answer to \"" + operation + "\"", e);
            pending.fail(call, failure);
            throw failure;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("an answer is never cancelled", e);
        }
    }

    /** A full executor must not lose an answer that has come. */
    private void onExecutor(Runnable completion) {
        try {
            settings.executor().execute(completion);
        } catch (RejectedExecutionException e) {
            completion.run();
        }
    }
}
