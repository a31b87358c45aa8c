package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.spi.CredentialCheck;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

/** Connections of users: found by name, closed with a reason, and kept open by a bean that renews credentials. */
class CredentialCheckTest {

    private static final Instant LATER = Instant.parse("2200-01-01T00:00:00Z");
    private static final long LONGEST_SECONDS = 30;

    private static CloseReason end(Sock sock) throws Exception {
        return sock.closed().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static <T> T outcome(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void theConnectionsOfAUserCanBeClosedWithAReason() throws Exception {
        try (TestServer server = TestServer.beans(Journal.class, Arrivals.class).start()) {
            Sock phone = server.peer().as("ann").connect();
            Sock desk = server.peer().as("ann").connect();
            Sock bob = server.peer().as("bob").connect();
            Sock guest = server.connect();
            server.bean(Journal.class).next(4);
            OpenSocks ann = server.bean(OpenSocks.class).ofUser("ann");
            assertThat(ann.size()).isEqualTo(2);

            ann.close(CloseReason.of(Code.KICKED, "for spam"));

            assertThat(end(phone)).isEqualTo(CloseReason.of(Code.KICKED, "for spam"));
            assertThat(end(desk).code()).isEqualTo(Code.KICKED);
            assertThat(bob.isOpen()).isTrue();
            assertThat(guest.isOpen()).isTrue();
        }
    }

    @Test
    void aBeanThatChecksCredentialsRenewsThemInTheContextsOfTheirPeer() {
        try (TestServer server =
                TestServer.beans(Journal.class, Arrivals.class, Renewals.class).start()) {
            Sock ann = server.peer().as("ann").connect();
            server.bean(Journal.class).next();
            assertThat(outcome(ann.renew("token of ann"))).isEqualTo(LATER);
            assertThat(server.bean(OpenSocks.class)
                            .ofUser("ann")
                            .iterator()
                            .next()
                            .expiry())
                    .contains(LATER);
            assertThatThrownBy(() -> outcome(ann.renew("token of bob")))
                    .isInstanceOf(CompletionException.class)
                    .hasCause(new OperationException("this token is not that of ann"))
                    .cause()
                    .isInstanceOf(OperationException.class);
        }
    }

    @Test
    void aRefusalThatAContainerHasWrappedReachesThePeer() {
        try (TestServer server =
                TestServer.beans(Journal.class, Arrivals.class, Renewals.class).start()) {
            Sock ann = server.peer().as("ann").connect();
            server.bean(Journal.class).next();
            assertThatThrownBy(() -> outcome(ann.renew("wrapped")))
                    .cause()
                    .isInstanceOf(OperationException.class)
                    .hasMessage("refused in a transaction");
        }
    }

    @Test
    void withoutSuchABeanNothingIsRenewed() {
        try (TestServer server = TestServer.beans(Journal.class, Arrivals.class).start()) {
            assertThatThrownBy(() -> outcome(server.connect().renew("token")))
                    .hasRootCauseMessage("unknown operation \"$gotalk/renew\"");
        }
    }

    @Test
    void severalSuchBeansAreRefused() {
        assertThatThrownBy(() -> TestServer.beans(Renewals.class, Others.class).start())
                .hasStackTraceContaining("several beans implement org.gotalk.spi.CredentialCheck");
    }

    @Test
    void anApplicationThatIsNotBoundHasNone() {
        assertThatThrownBy(new CdiApplication()::credentials).isInstanceOf(IllegalStateException.class);
    }

    @ApplicationScoped
    static class Arrivals {

        @Inject
        Journal journal;

        void arrived(@Observes @Opened Sock newcomer) {
            journal.add("arrived");
        }
    }

    @ApplicationScoped
    static class Renewals implements CredentialCheck {

        @Inject
        Sock current;

        @Override
        public Instant renew(Sock sock, String token) {
            if (token.equals("wrapped")) {
                throw new CompletionException(new OperationException("refused in a transaction"));
            }
            String user = current.peer().principal().orElseThrow().getName();
            if (!token.equals("token of " + user)) {
                throw new OperationException("this token is not that of " + user);
            }
            return LATER;
        }
    }

    @ApplicationScoped
    static class Others implements CredentialCheck {}
}
