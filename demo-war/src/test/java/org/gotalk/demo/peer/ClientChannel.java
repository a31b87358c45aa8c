package org.gotalk.demo.peer;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gotalk.transport.SendCompletion;
import org.gotalk.transport.WebSocketChannel;
import org.gotalk.transport.WebSocketMessage;
import org.gotalk.transport.WebSocketTransport;
import org.jspecify.annotations.Nullable;

/** The JDK's WebSocket as a channel of the engine. It reads one message at a time, and none while reading is paused. */
final class ClientChannel implements WebSocketChannel, WebSocket.Listener {

    private final CompletableFuture<WebSocketTransport> connected = new CompletableFuture<>();
    private final Executor reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition resumed = lock.newCondition();
    private boolean paused; // guarded by lock
    private boolean ended; // guarded by lock
    private volatile @Nullable WebSocket socket;

    /**
     * A channel that is not connected yet.
     *
     * @param reader runs the engine's reading, which may be held up
     */
    ClientChannel(Executor reader) {
        this.reader = reader;
    }

    /** Completes with the handshake of the WebSocket. */
    CompletableFuture<WebSocketTransport> connected() {
        return connected;
    }

    @Override
    public void start() {
        socket().request(1);
    }

    /** Loses the connection, as a machine that is switched off does. */
    void vanish() {
        socket().abort();
        ended(1006, "aborted");
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        connected.complete(new WebSocketTransport(this, opened.getSubprotocol()));
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        return CompletableFuture.runAsync(() -> read(data), reader).thenRun(() -> from.request(1));
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        ended(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended(1006, error + ", " + error.getCause());
    }

    @Override
    public void send(WebSocketMessage message, SendCompletion completion) {
        CompletableFuture<?> unused = socket().sendBinary(message.bytes(), true).whenComplete((sent, failure) -> {
            if (failure == null) {
                completion.sent();
            } else {
                completion.failed(failure);
            }
        });
    }

    @Override
    public void pauseReading() {
        change(true, false);
    }

    @Override
    public void resumeReading() {
        change(false, false);
    }

    @Override
    public void close(int code, String reason) {
        CompletableFuture<?> unused =
                socket().sendClose(code, reason).whenComplete((closed, failure) -> ended(code, reason));
    }

    private void read(ByteBuffer data) {
        WebSocketTransport transport = connected.join();
        transport.received(data, false);
        while (mayRead() && data.hasRemaining()) {
            transport.resumed(data);
        }
    }

    /** Waits while reading is paused; false at the end. */
    private boolean mayRead() {
        lock.lock();
        try {
            while (paused && !ended) {
                resumed.awaitUninterruptibly();
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    private void change(boolean nowPaused, boolean nowEnded) {
        lock.lock();
        try {
            paused = nowPaused;
            ended |= nowEnded;
            resumed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void ended(int code, String reason) {
        change(false, true);
        CompletableFuture<?> unused =
                connected.thenAccept(transport -> reader.execute(() -> transport.closed(code, reason)));
    }

    private WebSocket socket() {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        return open;
    }
}
