package org.gotalk.jakarta.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.gotalk.transport.SendCompletion;
import org.gotalk.transport.WebSocketMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which thread sends, on a container that only takes notes. */
class SessionSenderTest implements SendCompletion {

    private static final int CREDIT = 1000;

    private final List<String> notes = new ArrayList<>();
    private final Deque<SendHandler> underWay = new ArrayDeque<>();
    private final Semaphore turns = new Semaphore(1);
    private @Nullable ByteBuffer ping;
    private boolean broken;
    private final SessionSender sender =
            new SessionSender(session(), Duration.ofSeconds(1), new SendCredit(CREDIT), turns);

    @Test
    void whatTheNetworkHoldsIsSentByTheThreadThatAsks() {
        sender.send(binary(100), this);
        sender.send(new WebSocketMessage(ByteBuffer.allocate(20), true), this);
        assertThat(notes).containsExactly("sendBinary here", "sent", "sendText here", "sent");
    }

    @Test
    void whatMayHaveToWaitForThePeerIsHandedOver() {
        sender.send(binary(CREDIT), this);
        assertThat(notes).containsExactly("sendBinary elsewhere");
        underWay.remove().onResult(new SendResult());
        assertThat(notes).containsExactly("sendBinary elsewhere", "sent");
    }

    @Test
    void whatWasHandedOverCountsLikeWhatWasSentHere() {
        sender.send(binary(CREDIT), this);
        notes.clear();
        sender.send(binary(1), this);
        assertThat(notes).containsExactly("sendBinary elsewhere");
    }

    @Test
    void aPeerThatShowsThatItReadIsSentToByTheThreadThatAsksAgain() {
        sender.send(binary(900), this);
        sender.send(binary(200), this);
        assertThat(notes).containsExactly("sendBinary here", "sendPing here", "sent", "sendBinary elsewhere");
        notes.clear();
        sender.pong(ByteBuffer.allocate(Long.BYTES).putLong(0, sentPing()));
        sender.send(binary(200), this);
        assertThat(notes).containsExactly("sendBinary here", "sent");
    }

    /** The JDK would close the channel. */
    @Test
    void anInterruptedThreadHandsOver() {
        Thread.currentThread().interrupt();
        try {
            sender.send(binary(100), this);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(notes).containsExactly("sendBinary elsewhere");
    }

    @Test
    void aThreadHandsOverWhileAsManyAsMayAreSending() {
        turns.acquireUninterruptibly();
        sender.send(binary(100), this);
        turns.release();
        sender.send(binary(100), this);
        assertThat(notes).containsExactly("sendBinary elsewhere", "sendBinary here", "sent");
    }

    @Test
    void aFailureIsToldAndTheTurnGivenBack() {
        broken = true;
        sender.send(binary(100), this);
        assertThat(notes).containsExactly("sendBinary here", "failed: broken");
        assertThat(turns.availablePermits()).isOne();
    }

    @Test
    void nothingIsSentOnceTheSessionHasEnded() {
        sender.send(binary(CREDIT), this);
        sender.end();
        sender.send(binary(100), this);
        assertThat(notes)
                .containsExactly(
                        "sendBinary elsewhere", "failed: the connection has ended", "failed: the connection has ended");
    }

    @Override
    public void sent() {
        notes.add("sent");
    }

    @Override
    public void failed(Throwable cause) {
        notes.add("failed: " + cause.getMessage());
    }

    private static WebSocketMessage binary(int size) {
        return new WebSocketMessage(ByteBuffer.allocate(size), false);
    }

    private long sentPing() {
        ByteBuffer sent = ping;
        if (sent == null) {
            throw new AssertionError("no ping was sent");
        }
        return sent.getLong(0);
    }

    private Session session() {
        RemoteEndpoint.Basic here = container(RemoteEndpoint.Basic.class, (proxy, method, arguments) -> {
            notes.add(method.getName() + " here");
            if (broken) {
                throw new IOException("broken");
            }
            if (method.getName().equals("sendPing")) {
                ping = (ByteBuffer) arguments[0];
            }
            return null;
        });
        RemoteEndpoint.Async elsewhere = container(RemoteEndpoint.Async.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("send")) {
                notes.add(method.getName() + " elsewhere");
                underWay.add((SendHandler) arguments[1]);
            }
            return null;
        });
        return container(Session.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBasicRemote" -> here;
            case "getAsyncRemote" -> elsewhere;
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static <T> T container(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
