package org.gotalk.internal.engine.streams;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.gotalk.RequestTimeoutException;
import org.gotalk.StreamReader;
import org.gotalk.Values;
import org.gotalk.internal.concurrent.Deadline;
import org.gotalk.internal.engine.shared.Completions;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.engine.shared.EngineThread;
import org.jspecify.annotations.Nullable;

/** The reader of a stream, for the application. */
class PartsReader implements StreamReader {

    private final InboundParts parts;
    private final String operation;
    private final Duration timeout;
    private final EngineSettings settings;
    private final Owner owner;

    /**
     * Creates a reader.
     *
     * @param timeout maximum wait per part; zero means no limit
     */
    PartsReader(InboundParts parts, String operation, Duration timeout, EngineSettings settings, Owner owner) {
        this.parts = parts;
        this.operation = operation;
        this.timeout = new Deadline(timeout, 0).isNever() ? Duration.ZERO : timeout;
        this.settings = settings;
        this.owner = owner;
    }

    @Override
    public final Optional<byte[]> read() {
        EngineThread.refuseToWait("read", "readAsync");
        byte[] ready = parts.poll();
        byte[] part = ready == null ? awaitPart(parts, timeout) : ready;
        if (part == null) {
            RequestTimeoutException late = late();
            owner.givesUp(late);
            throw late;
        }
        return optional(part);
    }

    /** Waits for the next part of a result; null after the maximum wait. */
    byte @Nullable [] awaitPart(InboundParts from, Duration maxWait) {
        return EngineThread.awaitPeer(() -> from.take(maxWait));
    }

    @Override
    public final CompletionStage<Optional<byte[]>> readAsync() {
        CompletableFuture<byte[]> next = parts.takeLater();
        if (!timeout.isZero() && !next.isDone()) {
            watch(next);
        }
        return new Completions(settings).onExecutor(next.thenApply(PartsReader::optional));
    }

    @Override
    public final byte[] readAll(int limit) {
        PartsGatherer gatherer = new PartsGatherer(operation, limit, this);
        for (Optional<byte[]> part = read(); part.isPresent(); part = read()) {
            gatherer.add(part.get());
        }
        return gatherer.whole();
    }

    @Override
    public final byte[] readAll() {
        return readAll(settings.limits().maxPayload());
    }

    @Override
    public final InputStream inputStream() {
        return new PartsInputStream(this);
    }

    @Override
    public final Stream<byte[]> parts() {
        return PartsIterator.stream(this);
    }

    @Override
    public final <T> Stream<T> values(Class<T> type) {
        return parts().map(part -> Values.required(settings.codec(), part, type));
    }

    @Override
    public final void close() {
        owner.closes();
    }

    /** A part that takes longer on a slow network is not late while bytes of it arrive. */
    private void watch(CompletableFuture<byte[]> waiting) {
        long seen = parts.arrivals();
        Runnable expire = () -> {
            if (seen == parts.arrivals()) {
                giveUp(waiting);
            } else {
                watch(waiting);
            }
        };
        settings.scheduler().schedule(expire, timeout).cancelAfter(waiting);
    }

    private void giveUp(CompletableFuture<byte[]> waiting) {
        RequestTimeoutException late = late();
        parts.abort(waiting, late);
        if (waiting.isCompletedExceptionally()) {
            owner.givesUp(late);
        }
    }

    private RequestTimeoutException late() {
        return RequestTimeoutException.ofPart(operation, timeout);
    }

    private static Optional<byte[]> optional(byte[] part) {
        return part == InboundParts.END ? Optional.empty() : Optional.of(part);
    }

    /** Decides what an unread stream means. */
    interface Owner {

        /** The reader was closed. */
        void closes();

        /** No part arrived in time. */
        void givesUp(RequestTimeoutException cause);
    }
}
