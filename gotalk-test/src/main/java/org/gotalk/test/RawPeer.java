package org.gotalk.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Sock;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.test.internal.BoundedWait;
import org.gotalk.test.internal.MemoryConnection;
import org.gotalk.test.internal.ReceivedBytes;

/**
 * A peer that speaks bytes, for tests with one that is old, broken or hostile. It says nothing by itself, not even the
 * version, {@code 01}, with which each side begins. A text stands for its characters' bytes, one each (ISO 8859-1).
 * Waits as a {@link TestPeer} does. Closed after the test.
 *
 * <pre>{@code
 * RawPeer peer = server.peer().raw();
 * peer.send("01").send("r0001004echo00000005hello");
 * peer.await("R000100000005hello");
 * }</pre>
 */
public final class RawPeer implements AutoCloseable {

    private static final int NORMAL = 1000;
    private static final int LOST = 1006;

    private final MemoryConnection connection;
    private final ReceivedBytes received = new ReceivedBytes();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    RawPeer(MemoryConnection connection) {
        this.connection = connection;
        connection.client().start(received);
    }

    /**
     * Sends bytes, split anywhere. Waits until the server has taken what was sent before.
     *
     * @throws IllegalStateException if the connection is closed
     */
    public RawPeer send(String bytes) {
        return send(bytes.getBytes(ISO_8859_1));
    }

    /** As {@link #send(String)}. */
    public synchronized RawPeer send(byte[] bytes) {
        BoundedWait.of(sending, "the server's reading", connection.patience(), connection.log());
        CompletableFuture<Void> next = new CompletableFuture<>();
        sending = next;
        connection
                .client()
                .send(List.of(new Frame(ByteBuffer.wrap(bytes.clone()), ByteBuffer.allocate(0))), completing(next));
        return this;
    }

    /** Takes nothing more, as a peer whose network hangs. The server's sends wait. */
    public RawPeer stopReading() {
        connection.client().pauseReading();
        return this;
    }

    /** Takes what has waited, and what comes. */
    public RawPeer resumeReading() {
        connection.client().resumeReading();
        return this;
    }

    /** All that came so far, one character a byte. */
    public String received() {
        return received.text();
    }

    /**
     * Waits until these bytes are among those received.
     *
     * @return all that came so far
     * @throws AssertionError if they do not come in time
     */
    public String await(String bytes) {
        return BoundedWait.of(received.containing(bytes), "\"" + bytes + "\"", connection.patience(), connection.log());
    }

    /**
     * Waits until the server has closed the connection. Its application may not have been told yet; call {@link
     * TestServer#settle()} for that.
     *
     * @return the WebSocket close code
     */
    public int awaitClosed() {
        return BoundedWait.of(received.closed(), "the end of the connection", connection.patience(), connection.log());
    }

    /** What went over the connection, as far as it is Gotalk. */
    public FrameRecorder recorder() {
        return new FrameRecorder(connection.log());
    }

    /** The other end: what handlers and beans get as the Sock of this peer. */
    public Sock serverSide() {
        return connection.server();
    }

    /** Ends the connection without a word, as a network that fails. */
    public void vanish() {
        connection.client().close(LOST, "");
    }

    /** Ends the connection normally. */
    @Override
    public void close() {
        connection.client().close(NORMAL, "");
    }

    private static SendCompletion completing(CompletableFuture<Void> sent) {
        return new SendCompletion() {
            @Override
            public void sent() {
                sent.complete(null);
            }

            @Override
            public void failed(Throwable cause) {
                sent.completeExceptionally(cause);
            }
        };
    }
}
