package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.gotalk.Identity;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call the methods of beans that are no session beans. */
class AccessTest {

    private static final Identity EDITOR = Identity.of("ann", "editors");
    private static final Identity READER = Identity.of("bob", "readers");
    private static final byte[] NO_JSON = {'{'};

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Journal.class, Newsroom.class, Inherited.class, Open.class)
            .extension();

    private final Journal journal = server.bean(Journal.class);

    private static void assertRefused(Sock sock, String operation, String wants) {
        assertThatThrownBy(() -> sock.request(operation, NO_JSON, byte[].class))
                .isInstanceOf(OperationException.class)
                .hasMessage("not allowed: \"" + operation + "\" " + wants);
    }

    @Test
    void aRoleOfTheMethodIsAskedForBeforeThePayloadIsDecoded() {
        assertRefused(server.peer().as(READER).connect(), "publish", "wants one of [editors]");
        assertRefused(server.connect(), "publish", "wants one of [editors]");
        assertThat(server.peer().as(EDITOR).connect().request("publish", "News", String.class))
                .isEqualTo("News");
    }

    @Test
    void aRoleOfTheClassIsAskedForWhereTheMethodSaysNothing() {
        assertThat(server.peer().as(READER).connect().request("subscribe", "", String.class))
                .isEqualTo("subscribed");
        assertThat(server.peer().as(EDITOR).connect().request("subscribe", "", String.class))
                .isEqualTo("subscribed");
        assertRefused(server.peer().as(Identity.of("cy")).connect(), "subscribe", "wants one of [readers, editors]");
    }

    @Test
    void whatTheMethodSaysPrecedesTheClass() {
        assertThat(server.connect().request("headline", "", String.class)).isEqualTo("free");
        assertRefused(server.peer().as(EDITOR).connect(), "burn", "is for nobody");
        assertThat(server.peer().as(Identity.of("cy")).connect().request("comment", "x", String.class))
                .isEqualTo("x");
        assertRefused(server.connect(), "comment", "wants a user who has signed in");
    }

    @Test
    void theCodeSaysWhetherASignInMayHelp() {
        assertThat(codeFor(server.peer().as(READER).connect())).contains("forbidden");
        assertThat(codeFor(server.connect())).contains("unauthenticated");
    }

    private static Optional<String> codeFor(TestPeer peer) {
        return peer.requestError("publish", "News").code();
    }

    @ParameterizedTest
    @CsvSource({"upload", "feed"})
    void streamsAskForRolesToo(String operation) {
        assertRefused(server.peer().as(READER).connect(), operation, "wants one of [editors]");
        try (StreamCall call = server.peer().as(READER).connect().streamRequest(operation)) {
            call.request().write(new byte[] {1});
            assertThatThrownBy(() -> call.result().read())
                    .hasMessage("not allowed: \"" + operation + "\" wants one of [editors]");
        }
    }

    @Test
    void aNotificationThatIsNotAllowedIsDropped() {
        Sock reader = server.peer().as(READER).connect();
        reader.notify("correction", "from bob");
        assertThat(reader.request("subscribe", "", String.class)).isEqualTo("subscribed");
        server.peer().as(EDITOR).connect().notify("correction", "from ann");

        assertThat(journal.next()).isEqualTo("from ann");
    }

    @Test
    void aClassClosesWhatItInherits() {
        assertRefused(server.peer().as(READER).connect(), "inherited", "wants one of [admins]");
        assertThat(server.peer().as(Identity.of("dee", "admins")).connect().request("inherited", "", String.class))
                .isEqualTo("inherited");
    }

    @Test
    void methodsWithoutARuleAreForEverybody() {
        assertThat(server.connect().request("hello", "", String.class)).isEqualTo("hello");
    }

    @Test
    void aRefusalIsOneLineWithoutAStack() {
        Logger logger = Logger.getLogger("org.gotalk");
        Recorder lines = new Recorder();
        logger.addHandler(lines);
        try {
            assertRefused(server.peer().as(READER).connect(), "publish", "wants one of [editors]");
        } finally {
            logger.removeHandler(lines);
        }
        assertThat(lines.entries).singleElement().satisfies(entry -> {
            assertThat(entry.getMessage())
                    .matches("not allowed: \"publish\" wants one of \\[editors]; user bob, connection sock-\\d+");
            assertThat(entry.getThrown()).isNull();
        });
    }

    @Test
    void theRolesThatAreAskedForAreTold() {
        CdiApplication application = new CdiApplication();
        assertThat(application.handlers().operations()).contains("publish");

        assertThat(application.roles()).containsExactlyInAnyOrder("admins", "editors", "readers", "writers");
    }

    @ApplicationScoped
    @RolesAllowed({"readers", "editors"})
    static class Newsroom {

        @Inject
        Journal journal;

        @Operation
        String subscribe() {
            return "subscribed";
        }

        @Operation
        @RolesAllowed("editors")
        String publish(String article) {
            return article;
        }

        @Operation
        @PermitAll
        String headline() {
            return "free";
        }

        @Operation
        @DenyAll
        void burn() {}

        @Operation
        @Authenticated
        String comment(String text) {
            return text;
        }

        @Operation
        @RolesAllowed("editors")
        void upload(InputStream in) {}

        @Operation
        @RolesAllowed("editors")
        Stream<String> feed(Stream<String> in) {
            return in;
        }

        @Notification
        @RolesAllowed("editors")
        void correction(String text) {
            journal.add(text);
        }
    }

    static class Base {

        @Operation
        String inherited() {
            return "inherited";
        }
    }

    @ApplicationScoped
    @RolesAllowed("admins")
    static class Inherited extends Base {}

    @ApplicationScoped
    @DeclareRoles("writers")
    static class Open {

        @Operation
        String hello() {
            return "hello";
        }
    }

    private static final class Recorder extends Handler {

        private final Queue<LogRecord> entries = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            entries.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
