package org.gotalk.jakarta.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.internal.engine.EngineSock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which requests sign their user out. */
class SignOutFilterTest {

    private static final String HERS = "aSecretOfTwentyLettersOrMore";
    private static final Cookie LANGUAGE = new Cookie("language", "en");

    private final SessionConnections connections = new SessionConnections();
    private final SignOutFilter filter = new SignOutFilter(connections);
    private final List<CloseReason> reasons = new ArrayList<>();
    private final FakeSession session = new FakeSession("one");
    private @Nullable String user = "ann";
    private @Nullable String upgrade;
    private boolean hasSession = true;
    private boolean isAsync;
    private Cookie @Nullable [] cookies;

    private final HttpServletRequest request = fake(HttpServletRequest.class, (method, args) -> switch (method) {
        case "getHeader" -> args[0].equals("Upgrade") ? upgrade : null;
        case "getUserPrincipal" -> user == null ? null : (Principal) () -> user;
        case "getSession" -> hasSession ? session.session() : null;
        case "isAsyncStarted" -> isAsync;
        case "getCookies" -> cookies;
        default -> throw new UnsupportedOperationException(method);
    });

    SignOutFilterTest() {
        connections.add(
                sock(), new SignIn(Optional.of(session.session()), false, "ann", SignOnCookies.NONE), Runnable::run);
    }

    private EngineSock sock() {
        return fake(EngineSock.class, (method, args) -> switch (method) {
            case "closed" -> new CompletableFuture<>();
            case "ended" -> CompletableFuture.completedFuture(CloseReason.NORMAL);
            case "close" -> note((CloseReason) args[0]);
            case "hashCode" -> 1;
            case "equals" -> false;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** A connection that had no session, and these cookies. */
    private void connectWithoutSession(String name, Cookie... its) {
        cookies = its;
        SignOnCookies marks = SignOnCookies.of(request);
        connections.add(sock(), new SignIn(Optional.empty(), false, name, marks), Runnable::run);
    }

    private @Nullable Object note(CloseReason reason) {
        reasons.add(reason);
        return null;
    }

    private void pass(Runnable work) throws Exception {
        filter.doFilter(request, null, (passed, response) -> work.run());
    }

    @Test
    void aRequestThatLogsOutSignsTheConnectionsOut() throws Exception {
        pass(() -> user = null);

        assertThat(reasons).extracting(CloseReason::code).containsExactly(CloseReason.Code.SIGNED_OUT);
    }

    @Test
    void aRequestThatLogsInAsAnotherUserSignsThemOut() throws Exception {
        pass(() -> user = "bob");

        assertThat(reasons).hasSize(1);
    }

    @Test
    void aSessionWhoseIdChangesMeanwhileIsSignedOutToo() throws Exception {
        pass(() -> {
            user = null;
            connections.renamed("one", "other");
            session.id = "other";
        });

        assertThat(reasons).hasSize(1);
    }

    @Test
    void withoutSessionASignOutEndsThoseWithACookieInCommon() throws Exception {
        hasSession = false;
        connectWithoutSession("ann", new Cookie("LtpaToken2", HERS), LANGUAGE);
        connectWithoutSession("ann", new Cookie("LtpaToken2", "thatOfHerPhone".repeat(2)), LANGUAGE);
        connectWithoutSession("bob", new Cookie("LtpaToken2", HERS));
        cookies = new Cookie[] {new Cookie("LtpaToken2", HERS), LANGUAGE};

        pass(() -> user = null);

        assertThat(reasons).extracting(CloseReason::code).containsExactly(CloseReason.Code.SIGNED_OUT);
    }

    @Test
    void aSignOutThatTakesTheCookieOutOfTheRequestEndsThemToo() throws Exception {
        hasSession = false;
        connectWithoutSession("ann", new Cookie("LtpaToken2", HERS));

        pass(() -> {
            user = null;
            cookies = new Cookie[] {LANGUAGE};
        });

        assertThat(reasons).extracting(CloseReason::code).containsExactly(CloseReason.Code.SIGNED_OUT);
    }

    @Test
    void aRequestThatDoesNeitherChangesNothing() throws Exception {
        pass(() -> {});

        assertThat(reasons).isEmpty();
    }

    @Test
    void aRequestOfNobodyThatLogsInChangesNothing() throws Exception {
        user = null;

        pass(() -> user = "ann");

        assertThat(reasons).isEmpty();
    }

    @Test
    void aRequestThatGoesOnElsewhereIsNotJudged() throws Exception {
        pass(() -> {
            isAsync = true;
            user = null;
        });

        assertThat(reasons).isEmpty();
    }

    @Test
    void handshakesAreNotWatched() throws Exception {
        upgrade = "websocket";

        pass(() -> user = null);

        assertThat(reasons).isEmpty();
    }

    private interface Call {
        @Nullable
        Object of(String method, Object[] args);
    }

    private static <T> T fake(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                SignOutFilterTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> call.of(method.getName(), args)));
    }
}
