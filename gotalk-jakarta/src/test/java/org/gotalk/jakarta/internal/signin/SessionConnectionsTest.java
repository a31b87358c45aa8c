package org.gotalk.jakarta.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.internal.engine.EngineSock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which connections end with an HTTP session, and with which reason. */
class SessionConnectionsTest {

    private final SessionConnections connections = new SessionConnections();
    private final SessionEnds ends = new SessionEnds(connections);
    private final List<Runnable> later = new ArrayList<>();
    private final List<Code> reasons = new ArrayList<>();
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    private final FakeSession session = new FakeSession("one");

    private EngineSock sock() {
        return (EngineSock) Proxy.newProxyInstance(
                SessionConnectionsTest.class.getClassLoader(),
                new Class<?>[] {EngineSock.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "closed" -> closed;
                    case "ended" -> CompletableFuture.completedFuture(CloseReason.NORMAL);
                    case "close" -> note((CloseReason) args[0]);
                    case "equals" -> proxy == args[0];
                    case "hashCode" -> 1;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private @Nullable Object note(CloseReason reason) {
        reasons.add(reason.code());
        return null;
    }

    private void connect(boolean sendsCredentials) {
        connections.add(
                sock(),
                new SignIn(Optional.of(session.session()), sendsCredentials, "ann", SignOnCookies.NONE),
                later::add);
    }

    private void end() {
        ends.sessionDestroyed(new HttpSessionEvent(session.session()));
    }

    private void endInRequest() {
        connections.enterRequest();
        try {
            end();
        } finally {
            connections.leaveRequest();
        }
    }

    @Test
    void aSessionThatARequestEndsSignsItsConnectionsOut() {
        connect(false);
        connect(true);

        endInRequest();

        assertThat(reasons).containsExactly(Code.SIGNED_OUT, Code.SIGNED_OUT);
        assertThat(connections.size()).isZero();
    }

    @Test
    void aSessionThatWasIdleForTooLongHasExpired() {
        session.overdue();
        connect(false);

        end();

        assertThat(reasons).containsExactly(Code.EXPIRED);
    }

    @Test
    void peersThatSendTheirCredentialsComeBackAfterThat() {
        session.overdue();
        connect(true);

        end();

        assertThat(reasons).containsExactly(Code.GOING_AWAY);
    }

    @Test
    void anyOtherEndSignsOutAMomentLater() {
        connect(false);

        end();

        assertThat(reasons).isEmpty();
        later.forEach(Runnable::run);
        assertThat(reasons).containsExactly(Code.SIGNED_OUT);
    }

    @Test
    void sessionsThatEndWithTheApplicationSignNobodyOut() {
        connect(false);

        end();
        connections.stop();
        later.forEach(Runnable::run);

        assertThat(reasons).isEmpty();
    }

    @Test
    void aSessionIsTheSameUnderAnotherId() {
        connect(false);
        session.id = "two";
        ends.sessionIdChanged(new HttpSessionEvent(session.session()), "one");

        endInRequest();

        assertThat(reasons).containsExactly(Code.SIGNED_OUT);
    }

    @Test
    void otherSessionsKeepTheirConnections() {
        connect(false);
        session.id = "another";

        endInRequest();

        assertThat(reasons).isEmpty();
        assertThat(connections.size()).isOne();
    }

    @Test
    void aSessionThatEndedDuringTheHandshakeEndsTheConnection() {
        session.hasEnded = true;

        connect(false);

        assertThat(reasons).containsExactly(Code.SIGNED_OUT);
    }

    @Test
    void connectionsThatHaveEndedAreForgotten() {
        connect(false);

        closed.complete(CloseReason.NORMAL);

        assertThat(connections.size()).isZero();
    }
}
