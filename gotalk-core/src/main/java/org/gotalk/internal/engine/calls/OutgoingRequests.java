package org.gotalk.internal.engine.calls;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
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
import org.gotalk.internal.engine.observed.ObservedConnection;
import org.gotalk.internal.engine.observed.Outcomes;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.Completions;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamResultMessage;
import org.gotalk.internal.wire.message.TraceMessage;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.TraceContext;

/** Requests of this side: sends them with a timeout and matches their results. */
public final class OutgoingRequests implements ResultReceiver {

    private final PendingCalls pending;
    private final Retries retries;
    private final CancelSender cancels;
    private final EngineSettings settings;
    private final Outbox outbox;
    private final ObservedConnection observed;
    private final Supplier<CloseReason> closing;
    private final ReceivedErrors errors;

    /**
     * Has no pending requests.
     *
     * @param closing supplies the close reason once the outbox is closed
     * @param whenIdle runs when the last pending request has completed
     */
    public OutgoingRequests(
            EngineSettings settings,
            Outbox outbox,
            ObservedConnection observed,
            Supplier<CloseReason> closing,
            Runnable whenIdle) {
        this.settings = settings;
        this.pending = new PendingCalls(settings.limits().maxPendingRequests(), outbox::batch, whenIdle);
        this.cancels = new CancelSender(outbox);
        this.retries = new Retries(settings, pending, outbox, cancels);
        this.outbox = outbox;
        this.observed = observed;
        this.closing = closing;
        this.errors = new ReceivedErrors(settings, outbox);
    }

    /** Sends a request; waits for room in the outbox and then for the result. Tells the peer if it waits no more. */
    public byte[] call(String operation, byte[] payload, Duration timeout) {
        return reserved(Names.checked(operation), payload, timeout);
    }

    /** As {@link #call}, for an operation of the engine itself, whose name is reserved. */
    public byte[] reserved(String operation, byte[] payload, Duration timeout) {
        PendingCall call = begin(operation, payload, timeout);
        boolean queued = !call.isOver() && offerWaiting(call);
        return await(checked(call, queued), operation);
    }

    /**
     * Sends a request without waiting.
     *
     * @param answered runs when there is a result or failure
     * @return completes on the executor; if it is completed by others before, the request is given up
     */
    public <T> CompletableFuture<T> callAsync(
            String operation, byte[] payload, Duration timeout, Runnable answered, Function<byte[], T> decoded) {
        CompletableFuture<byte[]> result = callNow(operation, payload, timeout, answered);
        CompletableFuture<T> value =
                new Completions(settings).onExecutor(result).thenApply(decoded);
        whenComplete(value, () -> result.cancel(false)); // has no effect on one that is complete
        return value;
    }

    /**
     * Sends a request without waiting.
     *
     * @param answered runs when there is a result or failure
     * @return completes on an arbitrary thread; to cancel it gives the request up
     */
    public CompletableFuture<byte[]> callNow(String operation, byte[] payload, Duration timeout, Runnable answered) {
        return sendNow(Names.checked(operation), payload, timeout, answered);
    }

    /** Sends a request for an operation of the engine itself, whose name is reserved. Completes on the executor. */
    public CompletableFuture<byte[]> reservedAsync(String operation, byte[] payload, Duration timeout) {
        return new Completions(settings).onExecutor(sendNow(operation, payload, timeout, () -> {}));
    }

    private CompletableFuture<byte[]> sendNow(String operation, byte[] payload, Duration timeout, Runnable answered) {
        PendingCall call = begin(operation, payload, timeout);
        boolean queued = !call.isOver() && outbox.offer(call.message(), call);
        whenComplete(checked(call, queued).result(), answered);
        return call.result();
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

    @Override
    public void resultArrives(RequestId id) {
        pending.resultArrives(id);
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
        Deadline deadline = new Deadline(timeout, settings.scheduler().nanoTime());
        PendingCall call = pending.begin(operation, payload, deadline, this::cancelled);
        observe(call, operation);
        if (!deadline.isNever()) {
            watch(call, operation, timeout);
        }
        return call;
    }

    private void observe(PendingCall call, String operation) {
        MessageObservation seen = observed.calls(operation);
        if (seen != MessageObservation.NONE) {
            TraceContext trace = outbox.supportsExtensions() ? seen.trace() : TraceContext.NONE;
            if (!trace.isNone()) {
                call.sendsBefore(TraceMessage.of(trace.text()));
            }
            CompletionStage<byte[]> result = call.result();
            result.whenComplete((payload, failure) -> seen.ended(Outcomes.ofCall(failure)));
        }
    }

    /** On a slow network nothing is late while the network takes the request, or brings bytes of the result. */
    private void watch(PendingCall call, String operation, Duration timeout) {
        long seen = outbox.progress();
        Runnable expire = () -> {
            boolean isLeaving = seen != outbox.progress() && call.isLeaving(outbox::isSending);
            if (call.takeArrival() || isLeaving) {
                watch(call, operation, timeout);
            } else {
                giveUp(call, new RequestTimeoutException(operation, timeout));
            }
        };
        call.cancelWhenOver(settings.scheduler().schedule(expire, timeout));
    }

    private static void whenComplete(CompletionStage<?> stage, Runnable action) {
        stage.whenComplete((any, failure) -> action.run());
    }

    private void cancelled(PendingCall call) {
        giveUp(call, new CancellationException());
    }

    private void giveUp(PendingCall call, RuntimeException failure) {
        pending.giveUp(call, failure, cancels::givenUp);
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
        if (queued) {
            cancels.queued(call);
        } else {
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
            giveUp(call, failure);
            throw failure;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("unexpected cancellation", e);
        }
    }
}
