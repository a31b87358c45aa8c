package org.gotalk.demo.load;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.internal.wire.DecoderListener;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.ErrorResult;
import org.gotalk.internal.wire.message.HeartbeatMessage;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.ProtocolError;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.RetryResult;
import org.gotalk.internal.wire.message.SingleRequest;
import org.gotalk.internal.wire.message.SingleResult;
import org.gotalk.internal.wire.message.StreamRequestMessage;
import org.gotalk.internal.wire.message.StreamRequestPart;
import org.gotalk.internal.wire.message.StreamResultMessage;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a load: keeps a number of echo requests in flight for a while, and looks at each answer.
 * It knows the wire alone and not the engine, so that an answer that comes twice, or to nobody, does not go unseen.
 */
final class LoadConnection implements WebSocket.Listener, DecoderListener {

    private static final int PAYLOAD = 128;

    private final int window;
    private final long end;
    private final Decoder decoder = new Decoder(4095, 1 << 20, this);
    private final Map<RequestId, byte[]> inFlight = new HashMap<>(); // touched by the listener's thread alone
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private final ByteBuffer out = ByteBuffer.allocate(64 * 1024); // touched by the listener's thread alone
    private long answers; // touched by the listener's thread alone
    private int next; // touched by the listener's thread alone

    /**
     * A connection that makes no new request after a span.
     *
     * @param window how many requests are in flight
     */
    LoadConnection(int window, Duration span) {
        this.window = window;
        this.end = System.nanoTime() + span.toNanos();
    }

    /** How many answers there were, once the span is over and all have come. */
    CompletableFuture<Long> done() {
        return done;
    }

    @Override
    public void onOpen(WebSocket socket) {
        put(EncodedMessage.version());
        CompletableFuture<?> unused = flush(socket).thenRun(() -> socket.request(1));
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        decoder.feed(data);
        if (inFlight.isEmpty() && answers > 0) {
            done.complete(answers);
        }
        // The next message is asked for when this one's requests are out: one send at a time.
        return flush(socket).thenRun(() -> socket.request(1));
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        failed("closed with " + code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        done.completeExceptionally(error);
    }

    @Override
    public void versionAccepted() {
        for (int i = 0; i < window; i++) {
            request();
        }
    }

    @Override
    public void singleResult(SingleResult message) {
        byte[] question = inFlight.remove(message.id());
        if (question == null) {
            failed("an answer to nobody, or a second one: " + message);
        } else if (!Arrays.equals(question, message.payload().bytes())) {
            failed("a wrong answer: " + message);
        } else {
            answers++;
        }
        if (System.nanoTime() < end) {
            request();
        }
    }

    @Override
    public void heartbeat(HeartbeatMessage message) {
        // a sign of life
    }

    @Override
    public void oversizedRequest(RequestId id, String operation, long size) {
        failed("a request: " + operation);
    }

    @Override
    public void malformed(ErrorCode code, String detail) {
        failed(detail);
    }

    @Override
    public void singleRequest(SingleRequest message) {
        failed(message.toString());
    }

    @Override
    public void streamRequest(StreamRequestMessage message) {
        failed(message.toString());
    }

    @Override
    public void streamRequestPart(StreamRequestPart message) {
        failed(message.toString());
    }

    @Override
    public void streamResult(StreamResultMessage message) {
        failed(message.toString());
    }

    @Override
    public void errorResult(ErrorResult message) {
        failed(message.toString());
    }

    @Override
    public void retryResult(RetryResult message) {
        failed(message.toString());
    }

    @Override
    public void notification(NotificationMessage message) {
        failed(message.toString());
    }

    @Override
    public void protocolError(ProtocolError message) {
        failed(message.toString());
    }

    private void request() {
        RequestId id = new RequestId(next);
        byte[] question = ByteBuffer.allocate(PAYLOAD).putInt(next).array();
        next++;
        inFlight.put(id, question);
        put(EncodedMessage.of(new SingleRequest(id, "echo", Payload.of(question))));
    }

    private void put(EncodedMessage message) {
        out.put(message.header()).put(message.payload());
    }

    private CompletableFuture<?> flush(WebSocket socket) {
        if (out.position() == 0) {
            return CompletableFuture.completedFuture(socket);
        }
        ByteBuffer message = ByteBuffer.allocate(out.position()).put(out.flip()).flip();
        out.clear();
        return socket.sendBinary(message, true);
    }

    private void failed(String what) {
        done.completeExceptionally(new AssertionError(what));
    }
}
