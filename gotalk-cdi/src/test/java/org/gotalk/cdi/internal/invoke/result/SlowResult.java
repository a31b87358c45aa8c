package org.gotalk.cdi.internal.invoke.result;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.StreamResult;

/** An answer that has room for a part when the test says so. Everything happens on one thread. */
final class SlowResult implements StreamResult {

    private final List<String> written = new ArrayList<>();
    private boolean hasRoom;
    private boolean closed;
    private CompletableFuture<Void> waiting = CompletableFuture.completedFuture(null);

    /** One that always has room. */
    static SlowResult quick() {
        SlowResult quick = new SlowResult();
        quick.hasRoom = true;
        return quick;
    }

    List<String> written() {
        return written;
    }

    boolean isClosed() {
        return closed;
    }

    void makeRoom() {
        waiting.complete(null);
    }

    void fail(RuntimeException failure) {
        waiting.completeExceptionally(failure);
    }

    @Override
    public CompletionStage<Void> writeAsync(byte[] part) {
        if (!waiting.isDone()) {
            throw new AssertionError("the last part is not queued yet");
        }
        written.add(new String(part, StandardCharsets.UTF_8));
        waiting = new CompletableFuture<>();
        return waiting;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void write(byte[] part) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeValue(Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean tryWrite(byte[] part) {
        if (hasRoom) {
            written.add(new String(part, StandardCharsets.UTF_8));
        }
        return hasRoom;
    }

    @Override
    public OutputStream outputStream() {
        throw new UnsupportedOperationException();
    }
}
