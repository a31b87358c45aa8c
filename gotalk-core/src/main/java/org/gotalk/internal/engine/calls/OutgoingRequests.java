package org.gotalk.internal.engine.calls;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.gotalk.CloseReason;
import org.gotalk.GotalkException;
import org.gotalk.Names;
import org.gotalk.OperationException;
import org.gotalk.OutboxFullException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.RetryLater;
import org.gotalk.SockClosedException;
import org.gotalk.StandardCodes;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.Completions;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamResultMessage;

/** Requests of this side: sends them with a timeout and matches their results. */
public final class OutgoingRequests implements ResultReceiver {

    private final PendingCalls pending;
    private final Retries retries;
    private final EngineSettings settings;
    private final Outbox outbox;
    private final Supplier<CloseReason> closing;
    private final ReceivedErrors errors;

    /**
     * Has no pending requests.
     *
     * @param closing supplies the close reason once the outbox is closed
     * @param whenIdle runs when the last pending request has completed
     */
    public OutgoingRequests(EngineSettings settings, Outbox outbox, Supplier<CloseReason> closing, Runnable whenIdle) {
        this.settings = settings;
        this.pending = new PendingCalls(settings.limits().maxPendingRequests(), whenIdle);
        this.retries = new Retries(settings, pending, outbox);
        this.outbox = outbox;
        this.closing = closing;
        this.errors = new ReceivedErrors(settings, outbox);
    }

    /** Sends a request; waits for room in the outbox and then for the result. */
    public byte[] call(String operation, byte[] payload, Duration timeout) {
        PendingCall call = begin(operation, payload, timeout);
        boolean queued = !call.isOver() && offerWaiting(call);
        return await(checked(call, queued), operation);
    }

    /** Sends a request without waiting. The future completes on the executor. */
    public CompletableFuture<byte[]> callAsync(String operation, byte[] payload, Duration timeout) {
        return new Completions(settings).onExecutor(callNow(operation, payload, timeout));
    }

    /** Sends a request without waiting. The future completes on an arbitrary thread. */
    public CompletableFuture<byte[]> callNow(String operation, byte[] payload, Duration timeout) {
        PendingCall call = begin(operation, payload, timeout);
        boolean queued = !call.isOver() && outbox.offer(call.message(), call);
        return checked(call, queued).result();
    }

    /** Whether no request is pending. */
    public boolean isIdle() {
        return pending.isEmpty();
    }

    @Override
    public void result(SingleResult message) {
        pending.complete(
                message.id(), call -> call.result().complete(message.payload().bytes()));
    }

    @Override
    public void streamResult(StreamResultMessage message) {
        fail(
                message.id(),
                new OperationException(StandardCodes.UNSUPPORTED, "the result is in parts: use requestParts"));
    }

    @Override
    public void error(ErrorResult message) {
        fail(message.id(), errors.received(message));
    }

    @Override
    public void retry(RetryResult message) {
        RetryLater refusal = Retries.refusal(message);
        pending.complete(message.id(), call -> retries.refused(call, refusal));
    }

    /** Fails all requests: the connection has ended. */
    public void end(CloseReason reason) {
        pending.end(reason);
    }

    private void fail(RequestId id, GotalkException failure) {
        pending.complete(id, call -> call.result().completeExceptionally(failure));
    }

    /** Registers a request. It may have failed already and must not be sent then. */
    private PendingCall begin(String operation, byte[] payload, Duration timeout) {
        Names.checked(operation);
        Deadline deadline = new Deadline(timeout, settings.scheduler().nanoTime());
        PendingCall call = pending.begin(operation, payload, deadline);
        if (!deadline.isNever()) {
            call.cancelWhenOver(settings.scheduler()
                    .schedule(() -> pending.fail(call, new RequestTimeoutException(operation, timeout)), timeout));
        }
        return call;
    }

    private boolean offerWaiting(PendingCall call) {
        try {
            return outbox.offer(call.message(), call, call.deadline().maxWait());
        } catch (WaitInterruptedException e) {
            pending.fail(call, e);
            throw e;
        }
    }

    /** Fails the request if it could not be queued. */
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
            return call.result().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            WaitInterruptedException failure = new WaitInterruptedException("the result of \"" + operation + "\"", e);
            pending.fail(call, failure);
            throw failure;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("unexpected cancellation", e);
        }
    }
}
