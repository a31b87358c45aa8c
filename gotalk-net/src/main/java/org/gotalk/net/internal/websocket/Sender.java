package org.gotalk.net.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.spi.SendCompletion;
import org.jspecify.annotations.Nullable;

/** Sends messages, of which one is under way at a time. The end of the connection is the end of that one too. */
final class Sender {

    private final WebSocket socket;
    private final Consumer<Throwable> whenOneFails;
    private volatile @Nullable CompletableFuture<?> underWay;
    private volatile boolean ended;

    /**
     * A sender of an open WebSocket.
     *
     * @param whenOneFails to end the connection. Whoever sent is told with the end, so not before the peer's own words
     *     on why it closes have been read.
     */
    Sender(WebSocket socket, Consumer<Throwable> whenOneFails) {
        this.socket = socket;
        this.whenOneFails = whenOneFails;
    }

    void send(WebSocketMessage message, SendCompletion completion) {
        CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();
        tell(completion, outcome);
        underWay = outcome;
        if (ended) {
            end();
        } else {
            hand(message, outcome);
        }
    }

    /** Whatever may come fails. */
    void refuse() {
        ended = true;
    }

    /** What is under way fails, too. */
    void end() {
        refuse();
        CompletableFuture<?> unfinished = underWay;
        if (unfinished != null) {
            unfinished.completeExceptionally(new IOException("the connection has ended"));
        }
    }

    private static void tell(SendCompletion completion, CompletionStage<?> outcome) {
        outcome.whenComplete((sent, failure) -> {
            if (failure == null) {
                completion.sent();
            } else {
                completion.failed(failure);
            }
        });
    }

    private void hand(WebSocketMessage message, CompletableFuture<@Nullable Void> outcome) {
        ByteBuffer bytes = message.bytes().duplicate();
        CompletionStage<WebSocket> sending =
                message.isText() ? socket.sendText(UTF_8.decode(bytes), true) : socket.sendBinary(bytes, true);
        sending.whenComplete((sent, failure) -> {
            if (failure == null) {
                outcome.complete(null);
            } else {
                whenOneFails.accept(failure);
            }
        });
    }
}
