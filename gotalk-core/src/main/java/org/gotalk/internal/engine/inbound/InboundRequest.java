package org.gotalk.internal.engine.inbound;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.gotalk.Cancellation;
import org.gotalk.internal.concurrent.FailureCause;
import org.gotalk.internal.wire.message.RequestId;
import org.jspecify.annotations.Nullable;

/** A request of the peer, with its handler, which it tells when its result is not wanted any more. */
public abstract class InboundRequest implements Cancellation {

    private enum Result {
        WANTED,
        /** The connection closes. The handler may go on. */
        UNDELIVERABLE,
        /** The peer has given it up. */
        UNWANTED
    }

    private volatile Result result = Result.WANTED;
    private volatile @Nullable CompletableFuture<byte[]> pending; // of a handler that completes later

    @GuardedBy("this")
    private @Nullable List<Runnable> actions; // made when the first is registered

    int place; // among those that run; under the lock of InboundState
    int asking; // requests of its handler to the same peer without result; under the lock of InboundState
    boolean mayBeNested; // under the lock of InboundState

    public abstract RequestId id();

    /** Bytes held while it waits. */
    public abstract int size();

    /** Whether its handler may run on the reading thread. */
    public boolean isNonBlocking() {
        return false;
    }

    /** Whether its handler may wait for the peer, even if previous handlers were quick. */
    public boolean mayTakeLong() {
        return false;
    }

    /**
     * Runs the handler and sends its result.
     *
     * @param completion called when the request is done, if that is after this returns
     * @return whether it is done already
     */
    public abstract boolean run(Completion completion);

    /** Refuses the request with a retry delay; returns the bytes of the result. */
    public abstract int refuse(Duration delay, String reason);

    /** The peer has given the request up. Its handler, if it runs, hears of it on the executor. */
    public void cancel(Executor executor) {
        result = Result.UNWANTED;
        cancelled();
        List<Runnable> told = takeActions();
        CompletableFuture<byte[]> cancels = pending;
        if (cancels != null || !told.isEmpty()) {
            executor.execute(() -> {
                told.forEach(InboundRequest::run);
                if (cancels != null) {
                    cancels.cancel(false);
                }
            });
        }
    }

    /** The connection closes: the handler may go on, but its result cannot be sent. */
    public void abandon(Executor executor) {
        if (result == Result.WANTED) {
            result = Result.UNDELIVERABLE;
        }
        List<Runnable> told = takeActions();
        if (!told.isEmpty()) {
            executor.execute(() -> told.forEach(InboundRequest::run));
        }
    }

    /** The peer has given it up: what waits to be read or sent is dropped. Called on the reading thread. */
    protected void cancelled() {}

    /** The handler completes later; it is cancelled with the request. */
    protected final void completesLater(CompletableFuture<byte[]> later) {
        pending = later;
        if (isUnwanted()) {
            later.cancel(false);
        }
    }

    /** Whether the peer has given it up. */
    protected final boolean isUnwanted() {
        return result == Result.UNWANTED;
    }

    /** Whether a failure of the handler follows from the cancellation: then nobody reads of it, and it is no error. */
    protected final boolean isExpected(Throwable thrown) {
        boolean isExpected =
                isUnwanted() || (isCancelled() && FailureCause.of(thrown) instanceof CancellationException);
        if (isExpected) {
            LOG.log(Level.DEBUG, () -> "a handler ended whose result is not wanted: " + thrown);
        }
        return isExpected;
    }

    @Override
    public final boolean isCancelled() {
        return result != Result.WANTED;
    }

    @Override
    public final void onCancel(Runnable action) {
        synchronized (this) {
            if (!isCancelled()) {
                actions = actions == null ? new ArrayList<>(1) : actions;
                actions.add(action);
                return;
            }
        }
        run(action);
    }

    private synchronized List<Runnable> takeActions() {
        List<Runnable> taken = actions == null ? List.of() : actions;
        actions = null;
        return taken;
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "an action for a cancelled request failed", e);
        }
    }

    /** Hears of a request that is done. */
    @FunctionalInterface
    public interface Completion {

        void completedLater(InboundRequest request);
    }
}
