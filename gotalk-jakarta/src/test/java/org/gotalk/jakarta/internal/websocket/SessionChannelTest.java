package org.gotalk.jakarta.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.internal.transport.WebSocketMessage;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.TransportListener;
import org.gotalk.test.internal.ManualScheduler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a session is closed, on a container that only takes notes. */
class SessionChannelTest {

    private final List<String> notes = new ArrayList<>();
    private boolean open = true;
    private final SessionCloser closer =
            new SessionCloser(Runnable::run, Runnable::run, new ManualScheduler(), Duration.ofSeconds(1), () -> {});
    private final NetworkConnection connection = new NetworkConnection() {
        @Override
        public void stopWriting() {
            notes.add("connection cut");
        }
    };
    private final SessionChannel link = link();

    @Test
    void anOpenSessionIsClosedOnceWithCodeAndReason() {
        link.close(4003, "too late");
        link.close(1000, "again");
        assertThat(notes).containsExactly("container closes with 4003 too late", "engine hears 4003 too late");
    }

    /** Open Liberty breaks other connections otherwise, once in some thousand times. */
    @Test
    void aSessionThatHasEndedIsNotClosed() {
        link.ended(1006, "lost");
        link.close(4000, "sending failed");
        assertThat(notes).containsExactly("engine hears 1006 lost");
    }

    @Test
    void aSessionWhoseEndWasNotToldYetIsNotClosedEither() {
        open = false;
        link.close(4000, "sending failed");
        assertThat(notes).containsExactly("engine hears 4000 sending failed");
    }

    @Test
    void aSessionWhosePeerHasNotTakenWhatWasSentIsCutBeforeItIsClosed() {
        link.send(new WebSocketMessage(ByteBuffer.allocate(1), false), new Ignored());
        link.close(4000, "the peer has not read");
        assertThat(notes)
                .containsExactly(
                        "connection cut",
                        "container closes with 4000 the peer has not read",
                        "engine hears 4000 the peer has not read");
    }

    private SessionChannel link() {
        Session session = container(Session.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBasicRemote" -> container(RemoteEndpoint.Basic.class, (remote, ignored, none) -> null);
            case "getAsyncRemote" -> container(RemoteEndpoint.Async.class, (remote, ignored, none) -> null);
            case "getNegotiatedSubprotocol" -> "gotalk.v1";
            case "isOpen" -> open;
            case "close" -> closed((CloseReason) arguments[0]);
            default -> throw new UnsupportedOperationException(method.toString());
        });
        SessionChannel made = new SessionChannel(
                session,
                new SessionSender(session, Duration.ofSeconds(1), connection, new SendBufferPool(0), closer),
                new ReadingGate(Duration.ofSeconds(1)),
                connection,
                closer);
        made.transport().start(new Engine());
        return made;
    }

    private @Nullable Object closed(CloseReason reason) {
        notes.add("container closes with " + reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
        return null;
    }

    private static <T> T container(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Ignored implements SendCompletion {

        @Override
        public void sent() {}

        @Override
        public void failed(Throwable cause) {}
    }

    private final class Engine implements TransportListener {

        @Override
        public void received(ByteBuffer bytes, Boundary boundary) {
            notes.add("engine reads");
        }

        @Override
        public void receivedEnd() {}

        @Override
        public void closed(int code, String detail) {
            notes.add("engine hears " + code + " " + detail);
        }
    }
}
