package org.gotalk.net.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.bytes;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.testing.RecordingCompletion;
import org.junit.jupiter.api.Test;

class SenderTest {

    private final List<String> sent = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final CompletableFuture<WebSocket> sending = new CompletableFuture<>();
    private final RecordingCompletion completion = new RecordingCompletion();
    private final Sender sender = new Sender(socket(), failures::add);

    /** Whatever it is given is under way until the test says otherwise. */
    private WebSocket socket() {
        return (WebSocket) Proxy.newProxyInstance(
                WebSocket.class.getClassLoader(), new Class<?>[] {WebSocket.class}, (proxy, method, arguments) -> {
                    Object what = arguments[0];
                    sent.add(method.getName() + " "
                            + (what instanceof ByteBuffer buffer ? buffer.remaining() + " bytes" : what));
                    return sending;
                });
    }

    private void send() {
        sender.send(new WebSocketMessage(bytes("01"), false), completion);
    }

    @Test
    void bytesAreSentAsBinaryMessagesAndTextsAsTexts() {
        ByteBuffer bytes = bytes("h\u00c3\u00a4");
        sender.send(new WebSocketMessage(bytes, false), completion);
        sender.send(new WebSocketMessage(bytes, true), completion);
        assertThat(sent).containsExactly("sendBinary 3 bytes", "sendText hä");
        assertThat(bytes.remaining()).isEqualTo(3);
    }

    @Test
    void whatHasBeenSentIsTold() {
        send();
        assertThat(completion.timesSent()).isZero();
        sending.complete(null);
        sender.end();
        assertThat(completion.timesSent()).isOne();
        assertThat(completion.timesFailed()).isZero();
    }

    @Test
    void aFailureIsToldWithTheConnectionsEndWhichMaySayWhy() {
        send();
        IOException failure = new IOException("broken pipe");
        sending.completeExceptionally(failure);
        assertThat(failures).containsExactly(failure);
        assertThat(completion.timesFailed()).isZero();
        sender.end();
        assertThat(completion.timesFailed()).isOne();
    }

    @Test
    void whatIsUnderWayAtTheEndFailsOnce() {
        send();
        sender.end();
        sending.complete(null);
        sender.end();
        assertThat(completion.timesFailed()).isOne();
        assertThat(completion.timesSent()).isZero();
    }

    @Test
    void nothingIsSentAfterTheEnd() {
        sender.end();
        send();
        assertThat(completion.timesFailed()).isOne();
        assertThat(sent).isEmpty();
    }
}
