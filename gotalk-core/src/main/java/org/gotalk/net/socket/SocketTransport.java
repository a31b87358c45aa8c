package org.gotalk.net.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.transport.Boundary;
import org.gotalk.transport.Frame;
import org.gotalk.transport.SendCompletion;
import org.gotalk.transport.Transport;
import org.gotalk.transport.TransportListener;
import org.jspecify.annotations.Nullable;

/**
 * A connected socket that carries Gotalk.
 *
 * <p>Reading, and whatever the listener is told, happens on the loop's thread. A send writes on the thread that sends, as
 * far as the socket takes it; the loop writes the rest. What is pending while reading is paused stays in {@code rest}.
 */
final class SocketTransport implements Transport, Readiness {

    private static final int NORMAL = 1000;
    private static final int ABNORMAL = 1006;

    private final SocketChannel channel;
    private final SelectorLoop loop;
    private final DirectBuffers buffers;
    private final Lingering lingering;
    private final AtomicReference<@Nullable OutgoingBatch> unsent = new AtomicReference<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean paused;
    private volatile boolean stalled; // the loop is to go on with what is unsent; only then may it
    private volatile @Nullable SelectionKey key;
    private @Nullable TransportListener listener; // set before the loop knows the channel
    private @Nullable ByteBuffer rest; // the loop's alone
    private boolean receivedEnd; // the loop's alone
    private boolean ended; // the loop's alone

    SocketTransport(SocketChannel channel, SelectorLoop loop, DirectBuffers buffers, Lingering lingering) {
        this.channel = channel;
        this.loop = loop;
        this.buffers = buffers;
        this.lingering = lingering;
    }

    @Override
    public void start(TransportListener newListener) {
        listener = newListener;
        loop.execute(() -> {
            try {
                key = loop.register(channel, SelectionKey.OP_READ, this);
                if (stalled) {
                    waitFor(SelectionKey.OP_WRITE);
                }
            } catch (ClosedChannelException e) {
                broken(e);
            }
        });
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        OutgoingBatch batch = new OutgoingBatch(frames, completion);
        unsent.set(batch);
        if (closing.get()) {
            fail(new ClosedChannelException());
        } else {
            write(batch);
        }
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
                    sayGoodbye();
                    end(NORMAL, reason);
                }
            });
        }
    }

    @Override
    public boolean takesEveryMessage() {
        return true;
    }

    @Override
    public void ready(SelectionKey ready) throws IOException {
        if (ready.isWritable()) {
            stopWaitingFor(SelectionKey.OP_WRITE);
            goOnSending();
        }
        if (ready.isValid() && ready.isReadable()) {
            read();
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

    private void goOnSending() {
        OutgoingBatch batch = unsent.get();
        if (stalled && batch != null) {
            stalled = false;
            write(batch);
        }
    }

    private void read() throws IOException {
        if (ended) {
            lingering.discard(channel, loop.readBuffer());
        } else if (paused) {
            // A pause takes effect when more bytes are there, which costs nothing while there are none.
            stopWaitingFor(SelectionKey.OP_READ);
        } else {
            ByteBuffer buffer = loop.readBuffer();
            if (channel.read(buffer) < 0) {
                receivedEnd();
            } else {
                deliver(buffer.flip());
            }
        }
    }

    private void receivedEnd() {
        receivedEnd = true;
        stopWaitingFor(SelectionKey.OP_READ);
        listener().receivedEnd();
    }

    /** What is left because reading was paused is kept: the buffer is not ours. */
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

    private void write(OutgoingBatch batch) {
        ByteBuffer buffer = buffers.borrow();
        boolean complete;
        try {
            complete = batch.writeTo(channel, buffer);
        } catch (IOException e) {
            fail(e);
            return;
        } finally {
            buffers.giveBack(buffer);
        }
        if (!complete) {
            stalled = true;
            waitFor(SelectionKey.OP_WRITE);
        } else if (unsent.compareAndSet(batch, null)) {
            batch.completion().sent();
        }
    }

    private void fail(IOException cause) {
        OutgoingBatch batch = unsent.getAndSet(null);
        if (batch != null) {
            batch.completion().failed(cause);
        }
    }

    /** Before the loop knows the channel there is no key; it looks itself for what it has to wait for. */
    private void waitFor(int operation) {
        SelectionKey known = key;
        if (known != null && known.isValid()) {
            loop.execute(() -> {
                if (known.isValid()) {
                    known.interestOpsOr(operation);
                }
            });
        }
    }

    private void stopWaitingFor(int operation) {
        SelectionKey known = key;
        if (known != null && known.isValid()) {
            known.interestOpsAnd(~operation);
        }
    }

    /** What was sent still reaches a peer that reads; a socket closed with unread bytes would take it back. */
    private void sayGoodbye() {
        stopWaitingFor(SelectionKey.OP_WRITE);
        if (receivedEnd || !lingering.begin(channel, () -> loop.execute(this::closeChannel))) {
            closeChannel();
        } else {
            waitFor(SelectionKey.OP_READ);
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
        TransportListener started = listener;
        if (started == null) {
            throw new IllegalStateException("the transport was not started");
        }
        return started;
    }
}
