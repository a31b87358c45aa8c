package org.gotalk.net.internal.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.spi.Transport;
import org.gotalk.testing.contract.Ends;
import org.gotalk.testing.contract.Side;
import org.gotalk.testing.contract.TransportContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sockets, made by one side and accepted by the other. */
abstract class SocketContract extends TransportContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<SocketChannel> accepted = new LinkedBlockingQueue<>();
    private Sockets sockets;
    private ServerSocketChannel server;

    /** A channel that listens. */
    abstract ServerSocketChannel listening() throws Exception;

    @BeforeEach
    void listen() throws Exception {
        sockets = new Sockets(2, task -> new Thread(task, "sockets"), new SystemScheduler(time));
        server = listening();
        ListeningSocket unused = sockets.listen(server, accepted::add);
    }

    @Override
    protected void release() throws Exception {
        server.close();
        sockets.close();
        time.shutdownNow();
    }

    SocketAddress address() throws Exception {
        return server.getLocalAddress();
    }

    SocketChannel nextAccepted() throws Exception {
        return accepted.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    Transport adopted(SocketChannel channel) throws Exception {
        return sockets.adopt(channel);
    }

    @Override
    protected Ends connect() throws Exception {
        Transport client = sockets.connect(address(), PATIENCE).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return new Ends(client, adopted(nextAccepted()));
    }

    @Test
    void aPeerMayEndItsDirectionAndReadOn() throws Exception {
        try (SocketChannel client = SocketChannel.open(address())) {
            Side server = new Side(adopted(nextAccepted()));
            client.write(ByteBuffer.wrap("question".getBytes(ISO_8859_1)));
            client.shutdownOutput();
            server.hearsTheEnd();
            assertThat(server.hearsText(8)).isEqualTo("question");
            Side.done(server.says("answer"));
            server.transport().close(1000, "");
            assertThat(allOf(client)).isEqualTo("answer");
            assertThat(server.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void whatWasSaidLastReachesAPeerThatIsStillTalking() throws Exception {
        try (SocketChannel client = SocketChannel.open(address())) {
            Side server = new Side(adopted(nextAccepted()));
            server.takesNoMoreThan(1);
            client.write(ByteBuffer.wrap(new byte[100_000]));
            server.hears(1);
            Side.done(server.says("f00000002"));
            server.transport().close(4002, "");
            assertThat(allOf(client)).isEqualTo("f00000002");
        }
    }

    @Test
    void aThousandConnectionsAreCarriedByTwoThreads() throws Exception {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            pairs.add(connected());
        }
        for (Pair pair : pairs) {
            Side.done(pair.one().says("hello"));
        }
        for (Pair pair : pairs) {
            assertThat(pair.other().hearsText(5)).isEqualTo("hello");
        }
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("sockets")))
                .hasSize(2);
    }

    private static String allOf(SocketChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(100);
        while (channel.read(bytes) >= 0) {
            assertThat(bytes.hasRemaining()).isTrue();
        }
        return ISO_8859_1.decode(bytes.flip()).toString();
    }
}
