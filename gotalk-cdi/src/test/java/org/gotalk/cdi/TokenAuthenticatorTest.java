package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gotalk.Identity;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.spi.TokenAuthenticator;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A bean says who signs in. */
class TokenAuthenticatorTest {

    @AutoClose
    private TestServer server =
            TestServer.beans(Tokens.class, Visits.class, Newsroom.class).start();

    private final Sock sock = server.connect();

    @Test
    void theRolesOfATokenOpenTheSameBeans() {
        assertThatThrownBy(() -> sock.request("publish", "News", String.class))
                .hasMessage("not allowed: \"publish\" wants one of [editors]");

        sock.signIn("ann's");

        assertThat(sock.request("publish", "News", String.class)).isEqualTo("News, by ann");
    }

    @Test
    void itMayRefuseInItsOwnWords() {
        assertThatThrownBy(() -> sock.signIn("old"))
                .isInstanceOf(OperationException.class)
                .hasMessage("the token has expired");
    }

    @Test
    void itRunsInTheContextsOfTheConnection() {
        sock.signIn("ann's");
        sock.signIn("ann's");

        assertThat(sock.request("visits", "", int.class)).isEqualTo(2);
    }

    @Test
    void withoutOneThereIsNoSignIn() {
        server.close();
        server = TestServer.beans(Newsroom.class, Visits.class).start();
        Sock other = server.connect();

        assertThatThrownBy(() -> other.signIn("ann's")).hasMessage("unknown operation \"$gotalk/sign-in\"");
    }

    @Test
    void twoOfThemAreRefused() {
        server.close();

        assertThatThrownBy(() -> TestServer.beans(Tokens.class, MoreTokens.class, Visits.class)
                        .start())
                .hasStackTraceContaining("several beans implement org.gotalk.spi.TokenAuthenticator,"
                        + " but one authenticates all tokens: keep one, or make one an @Alternative");
    }

    @ApplicationScoped
    static class MoreTokens implements TokenAuthenticator {

        @Override
        public Optional<Identity> authenticate(Sock peer, String token) {
            return Optional.empty();
        }
    }

    @ApplicationScoped
    static class Tokens implements TokenAuthenticator {

        @Inject
        Sock current;

        @Inject
        Visits visits;

        @Override
        public Optional<Identity> authenticate(Sock peer, String token) {
            assertThat(current.id()).isEqualTo(peer.id());
            visits.add();
            if (token.equals("old")) {
                throw new OperationException("the token has expired");
            }
            return token.equals("ann's") ? Optional.of(Identity.of("ann", "editors")) : Optional.empty();
        }
    }

    @SockScoped
    static class Visits {

        int count;

        void add() {
            count++;
        }

        int count() {
            return count;
        }
    }

    @ApplicationScoped
    static class Newsroom {

        @Inject
        Visits visits;

        @Operation
        @RolesAllowed("editors")
        String publish(Sock peer, String article) {
            return article + ", by " + peer.peer().identity().orElseThrow().name();
        }

        @Operation
        int visits() {
            return visits.count();
        }
    }
}
