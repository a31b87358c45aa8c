package org.gotalk.reach.node;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.engine.shared.EngineThread;

/** Waits for what carries rooms, for a bounded time; not at all if the answer is there. */
record Replies(Duration timeout) {

    /**
     * The value of a stage.
     *
     * @param call what waits
     * @param remedy what to call instead on a thread that must not wait
     */
    <T> T await(CompletionStage<T> stage, String call, String remedy) {
        CompletableFuture<T> reply = stage.toCompletableFuture();
        if (reply.isDone()) {
            return get(reply, call);
        }
        EngineThread.refuseToWait(call, remedy);
        return EngineThread.awaitPeer(() -> get(reply, call));
    }

    private <T> T get(CompletableFuture<T> reply, String call) {
        try {
            return reply.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new RequestTimeoutException(call, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException(call, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
