package org.gotalk.net.internal.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.Handlers;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.net.Gotalk;
import org.gotalk.spi.Frame;
import org.gotalk.testing.Frames;
import org.gotalk.testing.RecordingCompletion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many system calls it takes to answer requests that came together over TCP. Counted, not timed. */
class CostOfATcpBatchTest {

    private static final int AT_ONCE = 64;
    private static final String REQUEST = "r0001004echo00000080" + "x".repeat(128);
    private static final String ANSWER = "R000100000080" + "x".repeat(128);
    private static final int PATIENCE_MILLIS = 20_000;

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        time.shutdownNow();
    }

    @Test
    void whatIsSentTogetherTakesOneWrite() throws Exception {
        List<Frame> frames = Collections.nCopies(AT_ONCE, Frames.frame("R000100000080", "x".repeat(128)));
        CountingSink network = new CountingSink();
        OutgoingBatch batch = new OutgoingBatch(frames, new RecordingCompletion());
        assertThat(batch.writeTo(network, ByteBuffer.allocateDirect(WriteBuffers.CHUNK)))
                .isTrue();
        assertThat(network.bytes).isEqualTo(AT_ONCE * ANSWER.length());
        assertThat(network.writes).isOne();
    }

    /** Where the network hands on all requests in one read, as it does on one machine, that is one send. */
    @Test
    void whatIsReadTogetherIsAnsweredInOneSend() throws Exception {
        Handlers handlers = Handlers.create();
        handlers.nonBlocking().handle("echo", byte[].class, bytes -> bytes);
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger sends = new AtomicInteger();
        try (Sockets sockets = new Sockets(1, Thread::new, new SystemScheduler(time));
                Gotalk gotalk = Gotalk.serving(handlers);
                ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), server.socket().getLocalPort())) {
            client.setSoTimeout(PATIENCE_MILLIS);
            Sock unused =
                    gotalk.adopt(new CountingTransport(sockets.adopt(server.accept()), reads, sends), Peer.at("test"));
            hears(says(client, "01" + REQUEST), "01" + ANSWER);
            hears(says(client, REQUEST), ANSWER); // the application knows the connection now
            int readBefore = reads.get();
            int sentBefore = sends.get();
            hears(says(client, REQUEST.repeat(AT_ONCE)), ANSWER.repeat(AT_ONCE));
            assertThat(sends.get() - sentBefore).isLessThanOrEqualTo(reads.get() - readBefore);
        }
    }

    private static Socket says(Socket client, String bytes) throws IOException {
        client.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        return client;
    }

    private static void hears(Socket client, String expected) throws IOException {
        byte[] heard = new byte[expected.length()];
        new DataInputStream(client.getInputStream()).readFully(heard);
        assertThat(new String(heard, ISO_8859_1)).isEqualTo(expected);
    }

    /** A network that takes everything. */
    private static final class CountingSink implements WritableByteChannel {

        private int writes;
        private int bytes;

        @Override
        public int write(ByteBuffer source) {
            int taken = source.remaining();
            source.position(source.limit());
            writes++;
            bytes += taken;
            return taken;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
