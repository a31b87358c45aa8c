package org.gotalk.internal.engine.streams;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import org.gotalk.PayloadException;
import org.gotalk.StreamReader;

/** Collects all parts of a stream as one bounded payload. */
final class PartsGatherer {

    private final String operation;
    private final int limit;
    private final StreamReader reader;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PartsGatherer(String operation, int limit, StreamReader reader) {
        this.operation = operation;
        this.limit = limit;
        this.reader = reader;
    }

    /** Adds a part; closes the reader beyond the limit. */
    void add(byte[] part) {
        if (part.length > limit - bytes.size()) {
            reader.close();
            throw new PayloadException("the stream of \"" + operation + "\" has more than " + limit + " bytes");
        }
        bytes.writeBytes(part);
    }

    /** Reads to the end, without waiting. */
    CompletableFuture<byte[]> gather() {
        CompletableFuture<byte[]> whole = new CompletableFuture<>();
        readOn(whole);
        return whole;
    }

    /** Parts arrive on the executor, so this does not recurse. */
    private void readOn(CompletableFuture<byte[]> whole) {
        reader.readAsync().whenComplete((part, failure) -> {
            try {
                if (failure != null) {
                    whole.completeExceptionally(failure);
                } else if (part.isEmpty()) {
                    whole.complete(whole());
                } else {
                    add(part.get());
                    readOn(whole);
                }
            } catch (RuntimeException e) {
                whole.completeExceptionally(e);
            }
        });
    }

    byte[] whole() {
        return bytes.toByteArray();
    }
}
