package org.gotalk.redis.internal.broker;

import static org.gotalk.redis.internal.link.RedisLog.LOG;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.gotalk.reach.Keep;
import org.gotalk.reach.Position;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.link.Backoff;
import org.gotalk.redis.internal.link.Command;
import org.gotalk.redis.internal.link.EngineLinks;
import org.gotalk.redis.internal.link.EngineRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * What is published and not yet acknowledged, in its order. After each loss of the connection all of it is sent again;
 * each message has a number, by which the engine knows those that it has published already. All but {@link #publish} and
 * {@link #room} is for the engine thread alone.
 */
final class SendWindow {

    /** The script remembers as many answers, to give them once more. */
    private static final int MOST_UNANSWERED = 1024;

    private final EngineLinks links;
    private final Keys keys;
    private final PublishCommands commands;
    private final WindowBytes bytes;
    private final Backoff backoff;
    private final Queue<Outgoing> entered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isDue = new AtomicBoolean();
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private final Deque<Outgoing> sent = new ArrayDeque<>();
    private long last;
    private int unanswered; // of those sent; others of them have failed and will be sent again
    private boolean isRewinding;
    private boolean isRefused;
    private volatile boolean hasEnded;
    private @Nullable String run; // of the engine; null without a connection
    private BiConsumer<String, Position> whenAcknowledged = (key, position) -> {};

    /** @param max bytes that may wait */
    SendWindow(EngineLinks links, Keys keys, String publisher, long max) {
        this.links = links;
        this.keys = keys;
        this.commands = new PublishCommands(keys, publisher);
        this.bytes = new WindowBytes(max);
        this.backoff = new Backoff(
                links.timings().shortestWait(),
                links.timings().longestWait(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Has it told of each message that the engine has, with the key of its channel. */
    void whenAcknowledged(BiConsumer<String, Position> listener) {
        whenAcknowledged = listener;
    }

    /** Publishes a message after those before; any thread. */
    CompletionStage<Position> publish(String channel, byte[] message, Keep keep) {
        if (hasEnded) {
            return CompletableFuture.failedStage(closed());
        }
        Outgoing outgoing = new Outgoing(channel, keys.channel(channel), message, keep);
        if (!bytes.enter(outgoing.size())) {
            return CompletableFuture.failedStage(bytes.refusal());
        }
        entered.add(outgoing);
        if (hasEnded) {
            failEntered();
        } else if (isDue.compareAndSet(false, true)) {
            links.thread().execute(this::take);
        }
        return outgoing.position().minimalCompletionStage();
    }

    /** Any thread. */
    CompletionStage<Void> room() {
        return bytes.room();
    }

    private void take() {
        isDue.set(false);
        if (hasEnded) {
            failEntered();
            return;
        }
        for (Outgoing next = entered.poll(); next != null; next = entered.poll()) {
            next.number(++last);
            waiting.add(next);
        }
        sendMore();
    }

    void opened(String newRun) {
        run = newRun;
        sendMore();
    }

    void lost() {
        run = null;
        rewind();
    }

    /** Fails all that waits; on the engine thread. */
    void end() {
        hasEnded = true;
        rewind();
        entered.addAll(waiting);
        waiting.clear();
        failEntered();
    }

    private void sendMore() {
        String to = run;
        while (to != null && !isRewinding && sent.size() < MOST_UNANSWERED && !waiting.isEmpty()) {
            Outgoing next = waiting.remove();
            sent.add(next);
            unanswered++;
            Command command = commands.publish(next, sent.element().number(), to);
            CompletionStage<?> unused =
                    command.answer().whenComplete((answer, failure) -> answered(to, next, answer, failure));
            links.commands().send(command);
        }
    }

    private void answered(String from, Outgoing outgoing, @Nullable List<byte[]> answer, @Nullable Throwable failure) {
        if (run == null || !from.equals(run)) {
            return;
        }
        if (answer == null && !(failure instanceof EngineRefusedException)) {
            return; // the connection is lost, which comes next
        }
        unanswered--;
        if (answer == null || PublishCommands.isEarlierMissing(answer)) {
            refused(failure);
        } else {
            boolean unused = sent.remove(outgoing); // the first
            acknowledged(outgoing, answer);
        }
        if (isRewinding && unanswered == 0) {
            ScheduledFuture<?> unused = links.thread().after(backoff.afterFailure(), this::sendAgain);
        } else {
            sendMore();
        }
    }

    private void acknowledged(Outgoing outgoing, List<byte[]> answer) {
        backoff.reset();
        isRefused = false;
        bytes.left(outgoing.size());
        if (answer.isEmpty()) {
            boolean unused = outgoing.position()
                    .completeExceptionally(new IllegalStateException("published, but its place is not known any more"));
        } else {
            Position position = PublishCommands.position(answer);
            whenAcknowledged.accept(outgoing.key(), position);
            boolean unused = outgoing.position().complete(position);
        }
    }

    /** Nothing after a message that the engine has refused may be published before it. */
    private void refused(@Nullable Throwable failure) {
        isRewinding = true;
        if (failure != null && !isRefused) {
            isRefused = true;
            LOG.log(Level.WARNING, "what is published waits: {0}", failure.getMessage());
        }
    }

    private void sendAgain() {
        if (isRewinding && unanswered == 0) {
            rewind();
            sendMore();
        }
    }

    private void rewind() {
        while (!sent.isEmpty()) {
            waiting.addFirst(sent.removeLast());
        }
        unanswered = 0;
        isRewinding = false;
    }

    private void failEntered() {
        for (Outgoing next = entered.poll(); next != null; next = entered.poll()) {
            bytes.left(next.size());
            boolean unused = next.position().completeExceptionally(closed());
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("this node is closed");
    }
}
