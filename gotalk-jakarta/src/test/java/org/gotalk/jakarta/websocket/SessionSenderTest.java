package org.gotalk.jakarta.websocket;

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
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gotalk.transport.SendCompletion;
import org.gotalk.transport.WebSocketMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which thread sends, on a container that only takes notes. */
class SessionSenderTest implements SendCompletion {

    private static final int CREDIT = 1000;

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final Deque<SendHandler> underWay = new ArrayDeque<>();
    private final SendTurns turns = new SendTurns(1);
    private @Nullable ByteBuffer ping;
    private @Nullable ByteBuffer lastHere;
    private boolean broken;
    private @Nullable CountDownLatch caught; // in the container, if that keeps threads
    private final CountDownLatch released = new CountDownLatch(1);
    private final SessionSender sender = sender(CREDIT);

    @Test
    void whatTheNetworkHoldsIsSentByTheThreadThatAsks() {
        sender.send(binary(100), this);
        sender.send(new WebSocketMessage(ByteBuffer.allocate(20), true), this);
        assertThat(notes).containsExactly("sendBinary here", "sent", "sendText here", "sent");
    }

    /** Open Liberty would make a buffer outside the heap for each message. */
    @Test
    void whatIsSentByTheThreadThatAsksIsHandedOverOutsideTheHeap() {
        sender.send(new WebSocketMessage(ByteBuffer.wrap(new byte[] {1, 2, 3}), false), this);
        assertThat(lastHere).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(lastHere).extracting(ByteBuffer::isDirect).isEqualTo(true);
    }

    @Test
    void aMessageTooLargeForThatIsSentFromWhereItIs() {
        ByteBuffer large = ByteBuffer.allocate(SendTurns.BUFFER + 1);
        sender(1 << 20).send(new WebSocketMessage(large, false), this);
        assertThat(lastHere).isSameAs(large);
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
        ByteBuffer turn = turns.take().orElseThrow();
        sender.send(binary(100), this);
        turns.giveBack(turn);
        sender.send(binary(100), this);
        assertThat(notes).containsExactly("sendBinary elsewhere", "sendBinary here", "sent");
    }

    @Test
    void aFailureIsToldAndTheTurnGivenBack() {
        broken = true;
        sender.send(binary(100), this);
        assertThat(notes).containsExactly("sendBinary here", "failed: broken");
        assertThat(turns.take()).isPresent();
    }

    /** The end of the session would wait for whoever is told, and interrupt it. */
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
                notes.add("turn given back: " + turns.take().isPresent());
            }
        });
        assertThat(notes).containsExactly("sendBinary here", "turn given back: true");
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

    /** Whoever is kept by what others have to say must get away. */
    @Test
    void aThreadThatSendsOnAndOnHandsOverNowAndThen() {
        SessionSender generous = sender(1 << 20);
        for (int i = 0; i <= SendingThread.IN_A_ROW + 1; i++) {
            generous.send(binary(1), this);
        }
        assertThat(notes).filteredOn("sendBinary here"::equals).hasSize(SendingThread.IN_A_ROW + 1);
        assertThat(notes).filteredOn("sendBinary elsewhere"::equals).hasSize(1);
    }

    /** Open Liberty forgets a thread that sends while its connection is closed. */
    @Test
    void theEndOfTheSessionWaitsForTheThreadThatSends() throws InterruptedException {
        Thread sending = keptInTheContainer();
        Thread ending = new Thread(() -> notes.add("alone at the end: " + sender.end()));
        ending.start();
        while (ending.getState() != Thread.State.TIMED_WAITING) {
            assertThat(ending.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        released.countDown();
        sending.join();
        ending.join();
        assertThat(notes)
                .containsSubsequence("sendBinary here", "sent")
                .containsSubsequence("sendBinary here", "alone at the end: true");
    }

    @Test
    void aThreadThatTheContainerHasForgottenIsFreed() throws InterruptedException {
        Thread sending = keptInTheContainer();
        sender.freeThread();
        sending.join();
        assertThat(notes).containsExactly("sendBinary here", "sent", "not interrupted");
        assertThat(turns.take()).isPresent();
    }

    @Test
    void theEndDoesNotWaitForItsOwnThread() {
        SessionSender[] ending = new SessionSender[1];
        Session session = session((proxy, method, arguments) -> {
            notes.add("ends with its send: " + ending[0].end());
            throw new IOException("broken");
        });
        ending[0] = new SessionSender(session, Duration.ofSeconds(1), new SendCredit(CREDIT), turns);
        ending[0].send(binary(1), this);
        assertThat(notes).containsExactly("ends with its send: true", "failed: broken");
    }

    /** A thread that sends, and that the container keeps until it is released or interrupted. */
    private Thread keptInTheContainer() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        caught = latch;
        Thread sending = new Thread(() -> {
            sender.send(binary(1), this);
            notes.add(Thread.currentThread().isInterrupted() ? "interrupted" : "not interrupted");
        });
        sending.start();
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        return sending;
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

    private SessionSender sender(int credit) {
        Session session = session((proxy, method, arguments) -> sentHere(method, arguments));
        return new SessionSender(session, Duration.ofSeconds(1), new SendCredit(credit), turns);
    }

    private @Nullable Object sentHere(Method method, Object[] arguments) throws IOException {
        notes.add(method.getName() + " here");
        if (method.getName().equals("sendBinary")) {
            lastHere = (ByteBuffer) arguments[0];
        }
        if (broken) {
            throw new IOException("broken");
        }
        if (method.getName().equals("sendPing")) {
            ping = (ByteBuffer) arguments[0];
        }
        CountDownLatch latch = caught;
        if (latch != null) {
            latch.countDown();
            awaitRelease();
        }
        return null;
    }

    private void awaitRelease() {
        try {
            assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
