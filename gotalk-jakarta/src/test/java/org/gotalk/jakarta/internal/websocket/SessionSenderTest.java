package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.spi.SendCompletion;
import org.gotalk.test.internal.ManualScheduler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which thread sends, on a container that only takes notes. */
class SessionSenderTest implements SendCompletion {

    private final List<String> notes = new ArrayList<>();
    private final Deque<SendHandler> underWay = new ArrayDeque<>();
    private final SendBufferPool buffers = new SendBufferPool(1);
    private @Nullable ByteBuffer lastHere;
    private boolean broken;
    private long delay; // of a send on the current thread, in nanoseconds
    private boolean answersPing;
    private final NetworkConnection connection = new NetworkConnection() {
        @Override
        public boolean isWriting() {
            return answersPing;
        }
    };
    private final ManualScheduler clock = new ManualScheduler();
    private final SessionCloser closer =
            new SessionCloser(Runnable::run, Runnable::run, clock, Duration.ofSeconds(1), () -> {});
    private final SessionSender sender = new SessionSender(
            session((proxy, method, arguments) -> sentHere(method, arguments)),
            Duration.ofSeconds(1),
            connection,
            buffers,
            closer);

    @Test
    void aMessageIsSentByTheThreadThatHasIt() {
        sender.send(binary(100), this);
        sender.send(new WebSocketMessage(ByteBuffer.allocate(20), true), this);
        assertThat(notes).containsExactly("sendBinary here", "sent", "sendText here", "sent");
    }

    /** Open Liberty would make a buffer outside the heap for each message. */
    @Test
    void aMessageIsHandedToTheContainerOutsideTheHeap() {
        sender.send(new WebSocketMessage(ByteBuffer.wrap(new byte[] {1, 2, 3}), false), this);
        assertThat(lastHere).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(lastHere).extracting(ByteBuffer::isDirect).isEqualTo(true);
    }

    @Test
    void aLargeMessageHoldsNoThread() {
        sender.send(binary(SendBufferPool.BUFFER), this);
        sender.send(binary(SendBufferPool.BUFFER + 1), this);
        assertThat(notes).containsExactly("sendBinary here", "sent", "sendBinary elsewhere");
    }

    @Test
    void afterASendThatWaitedForThePeerTheNextIsHandedOver() {
        delay = SlowPeer.WAITED;
        sender.send(binary(1), this);
        sender.send(binary(1), this);
        assertThat(notes).containsExactly("sendBinary here", "sent", "sendBinary elsewhere");
        underWay.remove().onResult(new SendResult());
        assertThat(notes).endsWith("sent");
    }

    /** Open Liberty would let it wait for a peer that pings and does not read. */
    @Test
    void aSendDoesNotWaitForAPongOfTheContainers() {
        answersPing = true;
        sender.send(binary(1), this);
        clock.advance(Duration.ofSeconds(1));
        assertThat(notes).isEmpty();
        answersPing = false;
        clock.advance(Duration.ofSeconds(1));
        assertThat(notes).containsExactly("sendBinary here", "sent");
    }

    /** Some channels end the connection when such a thread writes. */
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
        ByteBuffer buffer = buffers.take().orElseThrow();
        sender.send(binary(100), this);
        buffers.giveBack(buffer);
        sender.send(binary(100), this);
        assertThat(notes).containsExactly("sendBinary elsewhere", "sendBinary here", "sent");
    }

    @Test
    void aFailureIsToldAndTheBufferGivenBack() {
        broken = true;
        sender.send(binary(100), this);
        assertThat(notes).containsExactly("sendBinary here", "failed: broken");
        assertThat(buffers.take()).isPresent();
    }

    /** The end of the session would wait for it, and cut the connection. */
    @Test
    void aFailureIsToldWhenTheThreadCountsAsSendingNoMore() {
        broken = true;
        sender.send(binary(100), new SendCompletion() {
            @Override
            public void sent() {
                notes.add("sent");
            }

            @Override
            public void failed(Throwable cause) {
                notes.add("buffer given back: " + buffers.take().isPresent());
            }
        });
        assertThat(notes).containsExactly("sendBinary here", "buffer given back: true");
    }

    @Test
    void nothingIsSentOnceTheSessionHasEnded() {
        sender.end(Duration.ZERO);
        sender.send(binary(100), this);
        assertThat(notes).containsExactly("failed: the connection has ended");
    }

    @Test
    void theEndFailsASendThatTheContainerHasNotCompleted() {
        buffers.take();
        sender.send(binary(100), this);
        assertThat(sender.isSending()).isTrue();
        sender.end(Duration.ZERO);
        assertThat(notes).containsExactly("sendBinary elsewhere", "failed: the connection has ended");
        assertThat(sender.isSending()).isFalse();
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

    private @Nullable Object sentHere(Method method, Object[] arguments) throws IOException {
        notes.add(method.getName() + " here");
        if (method.getName().equals("sendBinary")) {
            lastHere = (ByteBuffer) arguments[0];
        }
        if (broken) {
            throw new IOException("broken");
        }
        long end = System.nanoTime() + delay;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return null;
    }

    private Session session(InvocationHandler basic) {
        RemoteEndpoint.Basic here = container(RemoteEndpoint.Basic.class, basic);
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
