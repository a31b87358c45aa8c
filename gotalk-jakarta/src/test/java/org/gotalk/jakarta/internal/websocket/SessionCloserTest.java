package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gotalk.test.internal.ManualScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionCloserTest {

    private static final CloseReason REASON = new CloseReason(CloseCodes.NORMAL_CLOSURE, "done");

    private final ExecutorService cutting = Executors.newSingleThreadExecutor();
    private final ManualScheduler clock = new ManualScheduler();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CountDownLatch isCut = new CountDownLatch(1);
    private final NetworkConnection connection = new NetworkConnection() {
        @Override
        public void stopWriting() {
            notes.add("stops writing");
            isCut.countDown();
        }

        @Override
        public void stopReading() {
            notes.add("stops reading");
        }
    };
    private final SessionCloser closer =
            new SessionCloser(Runnable::run, cutting, clock, Duration.ofSeconds(1), () -> notes.add("ended"));

    @AfterEach
    void endThreads() {
        cutting.shutdownNow();
    }

    @Test
    void aSessionThatClosesIsNotCutLater() {
        closer.close(session(() -> notes.add("closes")), REASON, connection, false);
        clock.advance(Duration.ofSeconds(1));
        assertThat(notes).containsExactly("closes");
    }

    @Test
    void aCloseThatWaitsForThePeerIsCutWhenTheTimeIsOver() {
        Session session = session(() -> {
            clock.advance(Duration.ofSeconds(1));
            await(isCut);
        });
        closer.close(session, REASON, connection, false);
        assertThat(notes).containsExactly("stops writing", "stops reading");
    }

    /** On a server that does not show the connection. */
    @Test
    void aCloseThatGoesOnToWaitIsInterrupted() {
        Session session = session(() -> {
            clock.advance(Duration.ofSeconds(1));
            await(new CountDownLatch(1));
        });
        closer.close(session, REASON, NetworkConnection.UNKNOWN, false);
        assertThat(notes).containsExactly("interrupted");
        assertThat(Thread.interrupted())
                .as("the interrupt is for the close alone")
                .isFalse();
    }

    @Test
    void aPeerThatIsKnownNotToReadIsCutFirst() {
        closer.close(session(() -> notes.add("closes")), REASON, connection, true);
        assertThat(notes).containsExactly("stops writing", "closes", "stops reading");
    }

    @Test
    void aFailureToCloseConcernsNobody() {
        Session session = session(() -> {
            throw new IllegalStateException("closed already");
        });
        closer.close(session, REASON, connection, false);
        assertThat(notes).isEmpty();
    }

    @Test
    void theEndEndsItsThreads() {
        closer.close();
        assertThat(notes).containsExactly("ended");
    }

    private void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            notes.add("interrupted");
        }
    }

    private static Session session(Runnable close) {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        close.run();
                    }
                    return method.getName().equals("getId") ? "session" : null;
                });
    }
}
