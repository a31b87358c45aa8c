package org.gotalk.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;

/** An end of the pipe within the JVM, as streams. It takes what comes when somebody reads. */
final class RawPipeEnd implements RawEnd, TransportListener {

    private static final int NORMAL = 1000;
    private static final long LONGEST_SECONDS = 20;

    private final Transport transport;
    private ByteBuffer taken = ByteBuffer.allocate(0); // guarded by this
    private boolean ended; // guarded by this
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    RawPipeEnd(Transport transport) {
        this.transport = transport;
        transport.start(this);
    }

    @Override
    public InputStream in() {
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return RawPipeEnd.this.read(bytes, offset, length);
            }
        };
    }

    @Override
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                send(ByteBuffer.wrap(bytes, offset, length));
            }
        };
    }

    @Override
    public void close() {
        transport.close(NORMAL, "");
    }

    @Override
    public synchronized void received(ByteBuffer bytes, Boundary boundary) {
        if (taken.hasRemaining()) {
            transport.pauseReading();
            return;
        }
        taken = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        notifyAll();
    }

    @Override
    public void receivedEnd() {
        closed(NORMAL, "");
    }

    @Override
    public synchronized void closed(int code, String detail) {
        ended = true;
        notifyAll();
    }

    private synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            while (!taken.hasRemaining() && !ended) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException("nobody interrupts the reader", e);
        }
        if (!taken.hasRemaining()) {
            return -1;
        }
        int count = Math.min(length, taken.remaining());
        taken.get(bytes, offset, count);
        transport.resumeReading();
        return count;
    }

    /** Waits for what was sent before, as other transports have room for this much. */
    private void send(ByteBuffer bytes) throws IOException {
        try {
            sending.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IOException("the Java peer does not take what it is sent", e);
        }
        CompletableFuture<Void> next = new CompletableFuture<>();
        sending = next;
        transport.send(List.of(new Frame(bytes, ByteBuffer.allocate(0))), new SendCompletion() {
            @Override
            public void sent() {
                next.complete(null);
            }

            @Override
            public void failed(Throwable cause) {
                next.completeExceptionally(cause);
            }
        });
    }
}
