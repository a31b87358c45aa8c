package org.gotalk.net.internal.reconnect;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.gotalk.CloseReason;
import org.gotalk.OperationException;
import org.gotalk.PayloadException;
import org.gotalk.internal.concurrent.StageQueue;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.internal.engine.resume.Hello;
import org.gotalk.internal.engine.resume.SentNotifications;
import org.jspecify.annotations.Nullable;

/**
 * The session with one peer, over one connection after the other. Begun on the first connection whose peer has sessions;
 * where the peer has lost it, another one begins. Thread-safe.
 */
public final class ClientSession {

    /** Notifications that are kept until the peer has handled them. */
    static final int MAX_MESSAGES = 1000;

    /** Bytes of those. */
    static final long MAX_BYTES = 256 * 1024;

    /** How long handlers of the last connection may delay those of the next. */
    private static final long MAX_WAIT_MILLIS = 500;

    private final StageQueue connections = new StageQueue();
    private final boolean asksAll;
    private final Duration timeout;
    private final BiConsumer<Boolean, List<String>> resumed;

    @GuardedBy("this")
    private @Nullable String key;

    @GuardedBy("this")
    private SentNotifications sent = newSent(0);

    @GuardedBy("this")
    private int handled; // notifications of the peer, over earlier connections

    @GuardedBy("this")
    private @Nullable EngineSock last; // that carries the session, or was asked to

    /**
     * Has no session yet.
     *
     * @param asksAll whether peers are asked that may not know the request
     * @param timeout maximum wait for an answer
     * @param resumed told whether nothing was lost, and the rooms, after each return; must not throw
     */
    public ClientSession(boolean asksAll, Duration timeout, BiConsumer<Boolean, List<String>> resumed) {
        this.asksAll = asksAll;
        this.timeout = timeout;
        this.resumed = resumed;
    }

    /** Has a connection carry the session; fails if the peer does not answer. */
    CompletionStage<?> continueOver(EngineSock connection) {
        if (!asksAll && !connection.takesExtensions()) {
            return CompletableFuture.completedStage(connection);
        }
        return connections.add(() -> handlersOfTheLast()
                .thenCompose(ready -> ask(connection))
                .handle((answer, failure) -> {
                    if (failure != null) {
                        withoutSession(failure);
                    } else {
                        answered(connection, answer);
                    }
                    return connection;
                }));
    }

    private CompletionStage<?> handlersOfTheLast() {
        EngineSock before = last();
        return before == null
                ? CompletableFuture.completedStage(null)
                : before.closed()
                        .toCompletableFuture()
                        .completeOnTimeout(CloseReason.NORMAL, MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized @Nullable EngineSock last() {
        return last;
    }

    private CompletionStage<Hello> ask(EngineSock connection) {
        byte[] request;
        synchronized (this) {
            if (last != null) {
                handled += last.resumption().stop();
            }
            last = connection;
            request = Hello.request(connection.codec(), key, handled);
        }
        return connection
                .reserved(Hello.NAME, request, timeout)
                .thenApply(answer -> Hello.answer(connection.codec(), answer));
    }

    /**
     * An error is the answer of a peer without sessions, and a codec that knows no objects cannot ask. Other failures are
     * those of the connection.
     */
    private void withoutSession(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        boolean hasNone = cause instanceof OperationException
                || cause instanceof PayloadException
                || cause instanceof IllegalArgumentException;
        if (!hasNone) {
            throw new CompletionException(cause);
        }
        ended();
    }

    private void answered(EngineSock connection, Hello answer) {
        if (answer.key().isEmpty()) {
            ended();
            return;
        }
        SentNotifications own;
        int handledBefore;
        boolean isReturn;
        boolean isWhole;
        synchronized (this) {
            isReturn = key != null;
            boolean isSame = answer.key().equals(key);
            boolean isKept = isSame && sent.canGoOnAfter(answer.got());
            isWhole = isKept && answer.recovered();
            if (!isKept) {
                sent = newSent(isSame ? answer.got() : 0);
            }
            handled = isSame ? handled : 0;
            key = answer.key();
            own = sent;
            handledBefore = handled;
        }
        connection.resumption().begin(own, answer.got(), handledBefore);
        if (isReturn) {
            resumed.accept(isWhole, answer.rooms());
        }
    }

    private void ended() {
        boolean hadOne;
        synchronized (this) {
            hadOne = key != null;
            key = null;
            handled = 0;
            sent = newSent(0);
        }
        if (hadOne) {
            resumed.accept(false, List.of());
        }
    }

    private static SentNotifications newSent(int got) {
        return new SentNotifications(MAX_MESSAGES, MAX_BYTES, got);
    }
}
