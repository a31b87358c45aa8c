package org.gotalk.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.spi.Transport;
import org.gotalk.testing.RecordingChannel.Sent;
import org.gotalk.testing.websocket.ServerSide;
import org.gotalk.testing.websocket.WebSocketClients;
import org.gotalk.testing.websocket.WebSocketFrame;
import org.gotalk.testing.websocket.WebSocketServer;

/**
 * Over a real WebSocket that our side has opened. The recorded side selects no subprotocol, as the reference. It waits
 * for each message to come through, so that a test sees the same as without a network.
 */
final class RealWebSocketLine implements Line {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_TEXT = 1 << 20;

    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
    private final WebSocketServer server = new WebSocketServer();
    private final WebSocketClients clients = new WebSocketClients(new SystemScheduler(time));
    private final ServerSide recorded;
    private final SteppedTransport transport;
    private final List<Sent> heard = new ArrayList<>();
    private long said;

    RealWebSocketLine() throws IOException {
        CompletableFuture<Transport> connecting =
                clients.connect(WebSocketClients.request(server.address(), PATIENCE, LONGEST_TEXT));
        recorded = server.accept().opens();
        try {
            transport = new SteppedTransport(connecting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException("no WebSocket was opened", e);
        }
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public void plays(Step step) throws IOException {
        String bytes = new String(step.content().bytes(), ISO_8859_1);
        switch (step.kind()) {
            case BINARY -> says(WebSocketFrame.binary(bytes));
            case TEXT -> says(WebSocketFrame.text(bytes));
            case CLOSE -> {
                recorded.says(WebSocketFrame.close(step.closeCode(), ""));
                transport.awaitEnd();
            }
            case EOF -> {
                recorded.vanishes();
                transport.awaitEnd();
            }
        }
    }

    private void says(WebSocketFrame message) throws IOException {
        recorded.says(message);
        said += message.bytes().length();
        transport.awaitReceived(said);
    }

    /** The network has all of it already. */
    @Override
    public List<Sent> heard() throws IOException {
        int sent = transport.pieces().stream().mapToInt(Integer::intValue).sum();
        int bytes = heard.stream().mapToInt(message -> message.content().size()).sum();
        while (bytes < sent) {
            WebSocketFrame message = recorded.hears();
            assertThat(message.last()).as("a frame that is a whole message").isTrue();
            heard.add(new Sent(
                    message.opcode() == WebSocketFrame.TEXT,
                    Payload.of(message.bytes().getBytes(ISO_8859_1))));
            bytes += message.bytes().length();
        }
        return List.copyOf(heard);
    }

    @Override
    public Optional<Integer> closeCode() {
        return transport.closeCode();
    }

    @Override
    public void close() throws IOException {
        clients.close();
        server.close();
        time.shutdownNow();
    }
}
