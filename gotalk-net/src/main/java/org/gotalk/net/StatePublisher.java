package org.gotalk.net;

import static org.gotalk.net.internal.socket.NetLog.LOG;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.internal.concurrent.AccessLog;
import org.gotalk.internal.concurrent.SerialQueue;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.ConnectionState.Closed;
import org.gotalk.net.ConnectionState.Connecting;
import org.gotalk.net.ConnectionState.Open;
import org.gotalk.net.ConnectionState.Waiting;
import org.gotalk.net.internal.reconnect.ReconnectListener;

/** Publishes the state of a {@link ReconnectingSock} to callers, waiting stages and its listener. */
final class StatePublisher implements ReconnectListener {

    private final String name;
    private final Consumer<ConnectionState> listener;
    private final Executor executor;
    private final SerialQueue told;
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    private volatile ConnectionState state = new Connecting();
    private volatile CompletableFuture<Sock> connection = new CompletableFuture<>();
    private boolean isLogged; // that there is no connection; touched where changes are told alone

    /**
     * Begins with the first attempt.
     *
     * @param name in log lines
     * @param listener called on the executor, in the order of the states
     * @param executor must accept every task
     */
    StatePublisher(String name, Consumer<ConnectionState> listener, Executor executor) {
        this.name = name;
        this.listener = listener;
        this.executor = executor;
        this.told = new SerialQueue(executor);
    }

    ConnectionState state() {
        return state;
    }

    CompletionStage<CloseReason> closed() {
        return closed.minimalCompletionStage();
    }

    /** The current or next connection. */
    CompletionStage<Sock> connection() {
        return connection.minimalCompletionStage();
    }

    /** Why there is no connection. */
    SockClosedException absence() {
        ConnectionState now = state;
        if (now instanceof Closed end) {
            return new SockClosedException(end.reason(), false);
        }
        if (now instanceof Waiting waiting && waiting.cause() instanceof SockClosedException ended) {
            return SockClosedException.withoutConnection(ended.reason());
        }
        String why =
                now instanceof Waiting waiting ? String.valueOf(waiting.cause().getMessage()) : "connecting";
        return SockClosedException.withoutConnection(CloseReason.of(CloseReason.Code.ABNORMAL, why));
    }

    @Override
    public void connecting() {
        change(new Connecting());
    }

    @Override
    public void opened(EngineSock opened) {
        isLogged = false;
        CompletableFuture<Sock> awaited = connection;
        change(new Open(opened));
        executor.execute(() -> awaited.complete(opened));
    }

    @Override
    public void ended() {
        connection = new CompletableFuture<>();
    }

    @Override
    public void waiting(Duration delay, Throwable cause) {
        if (cause instanceof SockClosedException ended) {
            log(ended.reason().isClean() ? Level.INFO : Level.WARNING, ended.reason());
        } else {
            log(Level.WARNING, cause);
        }
        change(new Waiting(delay, cause));
    }

    @Override
    public void givenUp(CloseReason reason) {
        if (reason.isFinal()) {
            LOG.log(Level.INFO, "{0} does not reconnect: {1}", name, AccessLog.printable(reason.toString()));
        }
        CompletableFuture<Sock> awaited = connection;
        CompletableFuture<Sock> none = CompletableFuture.failedFuture(new SockClosedException(reason, false));
        connection = none;
        executor.execute(() -> awaited.completeExceptionally(new SockClosedException(reason, false)));
    }

    @Override
    public void closed(CloseReason reason) {
        Closed end = new Closed(reason);
        state = end;
        told.addLast(() -> {
            try {
                listener.accept(end);
            } finally {
                closed.complete(reason);
            }
        });
    }

    /** Logs each loss of the connection once. */
    private void log(Level level, Object why) {
        LOG.log(
                isLogged ? Level.DEBUG : level,
                "{0} has no connection and reconnects: {1}",
                name,
                AccessLog.printable(String.valueOf(why)));
        isLogged = true;
    }

    private void change(ConnectionState newState) {
        state = newState;
        told.add(() -> listener.accept(newState));
    }
}
