package org.gotalk.testing.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.internal.transport.CloseFrame;
import org.gotalk.internal.transport.WebSocketChannel;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.Buffers;

/** The server's side as a transport, with a thread that reads and one that writes. */
public final class ServerEnd implements WebSocketChannel {

    private static final int BROKEN = 1006;
    private static final int PIECE = 16 * 1024;

    private final ServerSide side;
    private final WebSocketTransport transport;
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final AtomicBoolean closing = new AtomicBoolean();
    private boolean paused; // guarded by this
    private boolean ended; // guarded by this

    /**
     * On a connection whose handshake was answered.
     *
     * @param subprotocol that was selected; empty for none
     */
    public ServerEnd(ServerSide side, String subprotocol) {
        this.side = side;
        this.transport = new WebSocketTransport(this, subprotocol);
    }

    public WebSocketTransport transport() {
        return transport;
    }

    @Override
    public void start() {
        reader.execute(this::readAll);
        reader.shutdown();
    }

    @Override
    public void send(WebSocketMessage message, SendCompletion completion) {
        String bytes = new String(Buffers.bytes(message.bytes()), ISO_8859_1);
        int opcode = message.isText() ? WebSocketFrame.TEXT : WebSocketFrame.BINARY;
        write(new WebSocketFrame(true, opcode, bytes), completion);
    }

    @Override
    public synchronized void pauseReading() {
        paused = true;
    }

    @Override
    public synchronized void resumeReading() {
        paused = false;
        notifyAll();
    }

    /** Who does not read the goodbye is left alone. */
    @Override
    public void close(int code, String reason) {
        if (closing.compareAndSet(false, true)) {
            goOn(true);
            write(WebSocketFrame.close(code, CloseFrame.fitting(reason)), new Farewell());
        }
    }

    private void write(WebSocketFrame frame, SendCompletion completion) {
        synchronized (this) {
            if (!ended) {
                writer.execute(() -> {
                    try {
                        side.says(frame);
                        completion.sent();
                    } catch (IOException e) {
                        completion.failed(e);
                    }
                });
                return;
            }
        }
        completion.failed(new IOException("the connection has ended"));
    }

    private void readAll() {
        int code = BROKEN;
        try {
            WebSocketFrame frame = side.hears(PIECE);
            while (frame.opcode() != WebSocketFrame.CLOSE) {
                take(frame);
                frame = side.hears(PIECE);
            }
            code = frame.closeCode();
            if (closing.compareAndSet(false, true)) {
                side.says(frame);
            }
        } catch (IOException e) {
            // The connection is broken, as the code says.
        }
        end(code);
    }

    private void take(WebSocketFrame frame) throws IOException {
        if (frame.opcode() == WebSocketFrame.PING) {
            side.says(WebSocketFrame.pong(frame.bytes()));
        } else if (frame.opcode() != WebSocketFrame.PONG && !closing.get()) {
            ByteBuffer bytes = ByteBuffer.wrap(frame.bytes().getBytes(ISO_8859_1));
            awaitReading();
            transport.received(bytes, frame.opcode() == WebSocketFrame.TEXT);
            for (awaitReading(); bytes.hasRemaining() && !closing.get(); awaitReading()) {
                transport.resumed(bytes);
            }
        }
    }

    private synchronized void awaitReading() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WebSocketServer.LONGEST_MILLIS);
        long left = end - System.nanoTime();
        while (paused && !ended && !closing.get() && left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the reader", e);
            }
        }
    }

    private void end(int code) {
        goOn(false);
        try {
            side.vanishes();
        } catch (IOException e) {
            // It is gone then.
        }
        writer.shutdown();
        transport.closed(code, "");
    }

    private synchronized void goOn(boolean open) {
        ended |= !open;
        notifyAll();
    }

    /** Nobody waits for the goodbye to be sent. */
    private static final class Farewell implements SendCompletion {

        @Override
        public void sent() {}

        @Override
        public void failed(Throwable cause) {}
    }
}
