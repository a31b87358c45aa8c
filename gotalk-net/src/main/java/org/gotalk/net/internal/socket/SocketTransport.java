package org.gotalk.net.internal.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/**
 * A connected socket that carries Gotalk. Everything happens on the loop's thread, and so do all calls of the listener, but
 * for a send: the thread that sends writes as much as the socket takes at once, and leaves the rest to the loop. The channel
 * does not block, so an interrupt of that thread does not close it.
 */
final class SocketTransport implements Transport, ReadinessListener {

    private static final int NORMAL = 1000;
    private static final int ABNORMAL = 1006;

    private final SocketChannel channel;
    private final SelectorLoop loop;
    private final LingeringClose lingering;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicLong progress = new AtomicLong();
    private volatile boolean paused;
    private volatile boolean isBlocked; // the socket takes no more for now; written by the loop

    // The loop's alone:
    private @Nullable TransportListener listener;
    private @Nullable SelectionKey key;
    private @Nullable OutgoingBatch unsent;
    private @Nullable ByteBuffer rest; // what came and was not taken because reading is paused
    private boolean receivedEnd;
    private volatile boolean ended; // written by the loop

    SocketTransport(SocketChannel channel, SelectorLoop loop, LingeringClose lingering) {
        this.channel = channel;
        this.loop = loop;
        this.lingering = lingering;
    }

    @Override
    public void start(TransportListener newListener) {
        loop.execute(() -> {
            listener = newListener;
            try {
                key = loop.register(channel, SelectionKey.OP_READ, this);
            } catch (ClosedChannelException e) {
                broken(e);
            }
        });
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        OutgoingBatch batch = new OutgoingBatch(frames, completion);
        if (loop.isThisThread()) {
            begin(batch);
        } else if (!ended && loop.writeBuffers().lend(buffer -> batch.writeTo(channel, buffer))) {
            completion.sent();
        } else {
            loop.execute(() -> begin(batch));
        }
    }

    /**
     * A socket tells that it takes more when a third of its buffer is free, which may be a megabyte: on a slow link that
     * takes longer than a write may. So it is tried without waiting for that.
     */
    @Override
    public long sendProgress() {
        if (isBlocked) {
            loop.execute(this::write);
        }
        return progress.get();
    }

    @Override
    public void pauseReading() {
        paused = true;
    }

    @Override
    public void resumeReading() {
        paused = false;
        loop.execute(this::resume);
    }

    @Override
    public void close(int code, String reason) {
        if (closing.compareAndSet(false, true)) {
            loop.execute(() -> {
                if (!ended) {
                    beginClose();
                    end(NORMAL, reason);
                }
            });
        }
    }

    @Override
    public boolean supportsFullProtocol() {
        return true;
    }

    @Override
    public void ready(SelectionKey ready) throws IOException {
        if (ready.isWritable()) {
            ready.interestOpsAnd(~SelectionKey.OP_WRITE);
            write();
        }
        if (ready.isValid() && ready.isReadable()) {
            read(ready);
        }
    }

    @Override
    public void broken(IOException cause) {
        closing.set(true);
        closeChannel();
        if (!ended) {
            end(ABNORMAL, String.valueOf(cause.getMessage()));
        }
    }

    private void read(SelectionKey ready) throws IOException {
        if (ended) {
            lingering.discard(channel, loop.readBuffer());
        } else if (paused || rest != null) {
            // A pause takes effect when more bytes are there, which costs nothing while there are none. Where it has
            // just ended, what is left comes first.
            ready.interestOpsAnd(~SelectionKey.OP_READ);
        } else {
            ByteBuffer buffer = loop.readBuffer();
            if (channel.read(buffer) < 0) {
                receivedEnd = true;
                ready.interestOpsAnd(~SelectionKey.OP_READ);
                listener().receivedEnd();
            } else {
                deliver(buffer.flip());
            }
        }
    }

    /** What is left because reading was paused is kept as a copy: the buffer is the loop's. */
    private void deliver(ByteBuffer bytes) {
        do {
            listener().received(bytes, Boundary.NONE);
        } while (bytes.hasRemaining() && !paused && !ended);
        rest = bytes.hasRemaining()
                ? ByteBuffer.allocate(bytes.remaining()).put(bytes).flip()
                : null;
    }

    private void resume() {
        ByteBuffer left = rest;
        if (left != null && !paused && !ended) {
            deliver(left);
        }
        if (rest == null && !paused && !ended && !receivedEnd) {
            waitFor(SelectionKey.OP_READ);
        }
    }

    private void begin(OutgoingBatch batch) {
        if (ended) {
            batch.completion().failed(new ClosedChannelException());
        } else {
            unsent = batch;
            write();
        }
    }

    private void write() {
        OutgoingBatch batch = unsent;
        if (batch == null) {
            return;
        }
        try {
            isBlocked = !batch.writeTo(channel, loop.writeBuffer());
            progress.addAndGet(batch.takeWritten());
            if (isBlocked) {
                waitFor(SelectionKey.OP_WRITE);
                return;
            }
        } catch (IOException e) {
            fail(e);
            return;
        }
        unsent = null;
        batch.completion().sent();
    }

    private void fail(IOException cause) {
        OutgoingBatch batch = unsent;
        unsent = null;
        isBlocked = false;
        if (batch != null) {
            batch.completion().failed(cause);
        }
    }

    private void waitFor(int operation) {
        if (key != null && key.isValid()) {
            key.interestOpsOr(operation);
        }
    }

    /** What was sent still reaches a peer that reads; a socket closed with unread bytes would take it back. */
    private void beginClose() {
        if (receivedEnd || !lingering.begin(channel, () -> loop.execute(this::closeChannel))) {
            closeChannel();
        } else if (key != null && key.isValid()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void end(int code, String detail) {
        ended = true;
        rest = null;
        fail(new ClosedChannelException());
        listener().closed(code, detail);
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            // There is nobody left to tell.
        }
    }

    private TransportListener listener() {
        if (listener == null) {
            throw new IllegalStateException("the transport was not started");
        }
        return listener;
    }
}
