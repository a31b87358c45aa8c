package org.gotalk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Test classes within tests: what the extension does for them. */
class GotalkExtensionTest {

    private static final List<String> HAPPENED = new ArrayList<>();

    /** Tells of the beginning and end of servers and connections. */
    static final class Recorded implements Application {

        @Override
        public Handlers handlers() {
            HAPPENED.add("start");
            return Handlers.create()
                    .handle(
                            "who",
                            String.class,
                            (sock, text) -> sock.peer()
                                    .identity()
                                    .map(user -> user.name() + " " + user.roles())
                                    .orElse("nobody"))
                    .handle("fail", String.class, text -> {
                        throw new UnsupportedOperationException("no such thing");
                    });
        }

        @Override
        public void closed(Sock sock, CloseReason reason) {
            HAPPENED.add("closed");
        }
    }

    private static Events run(Class<?> tests) {
        HAPPENED.clear();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    @Test
    void inAFieldOfTheInstanceEachTestHasItsServer() {
        run(Instance.class).assertStatistics(all -> all.succeeded(2));
        assertThat(HAPPENED).containsExactly("start", "test", "closed", "start", "test", "closed");
    }

    @Test
    void inAStaticFieldOneServerServesAllTests() {
        run(Shared.class).assertStatistics(all -> all.succeeded(2));
        assertThat(HAPPENED).containsExactly("start", "test", "closed", "test", "closed");
    }

    @Test
    void testsTakePeersAndTheServer() {
        run(Parameters.class).assertStatistics(all -> all.succeeded(3));
    }

    @Test
    void whatHandlersThrewIsToldWithTheFailureOfATest() {
        Events events = run(Failing.class).failed();
        assertThat(events.stream().map(GotalkExtensionTest::failure))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure).hasMessageStartingWith("internal error");
                    assertThat(failure.getSuppressed())
                            .singleElement()
                            .satisfies(cause -> assertThat(cause).hasRootCauseMessage("no such thing"));
                });
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    static class Instance {

        @RegisterExtension
        final GotalkExtension server = TestServer.application(new Recorded()).extension();

        private final TestPeer peer = server.connect();

        @Test
        void one() {
            HAPPENED.add(peer.isOpen() ? "test" : "too late");
        }

        @Test
        void another() {
            HAPPENED.add(peer.isOpen() ? "test" : "too late");
        }
    }

    static class Shared {

        @RegisterExtension
        static final GotalkExtension SERVER =
                TestServer.application(new Recorded()).extension();

        private final TestPeer peer = SERVER.connect();

        @Test
        void one() {
            HAPPENED.add(peer.isOpen() ? "test" : "too late");
        }

        @Test
        void another() {
            HAPPENED.add(peer.isOpen() ? "test" : "too late");
        }
    }

    static class Parameters {

        @RegisterExtension
        final GotalkExtension server = TestServer.application(new Recorded()).extension();

        @Test
        void aPeer(TestPeer peer) {
            assertThat(peer.request("who", "x", String.class)).isEqualTo("nobody");
        }

        @Test
        void peersWithUsers(@As("bob") TestPeer bob, @As(value = "ann", roles = "editors") TestPeer ann) {
            assertThat(bob.request("who", "x", String.class)).isEqualTo("bob []");
            assertThat(ann.request("who", "x", String.class)).isEqualTo("ann [editors]");
        }

        @Test
        void aRawPeerAndTheServer(@As("eve") RawPeer eve, TestServer same) {
            eve.send("01r0001003who00000003\"x\"").await("\"eve []\"");
            assertThat(same).isSameAs(server);
        }
    }

    static class Failing {

        @RegisterExtension
        final GotalkExtension server = TestServer.application(new Recorded()).extension();

        @Test
        void fails(TestPeer peer) {
            peer.request("fail", "x");
        }
    }
}
