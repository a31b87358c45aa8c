package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.WaitInterruptedException;
import org.gotalk.testing.RawPeer;
import org.gotalk.testing.Reading;
import org.junit.jupiter.api.Test;

/** A connection that stays is a Sock. */
class ReconnectingSockTest {

    private final ReconnectFixture fixture = new ReconnectFixture();

    @Test
    void withAConnectionItIsWhoThatOneIs() {
        RawPeer peer = fixture.accepts();
        Sock connection = fixture.sock.connection().toCompletableFuture().join();
        assertThat(fixture.sock.isOpen()).isTrue();
        assertThat(fixture.sock.id()).isEqualTo(connection.id());
        assertThat(fixture.sock.peer()).isSameAs(connection.peer());
        assertThat(fixture.sock.heartbeat()).isEmpty();
        peer.says("h800000000000");
        assertThat(fixture.sock.heartbeat()).isEqualTo(connection.heartbeat()).isPresent();
    }

    @Test
    void withoutAConnectionItIsItself() {
        String id = fixture.sock.id();
        RawPeer peer = fixture.accepts();
        peer.says("h800000000000");
        fixture.ends(peer, 1006);
        assertThat(fixture.sock.isOpen()).isFalse();
        assertThat(fixture.sock.id()).isEqualTo(id).startsWith("stay-");
        assertThat(fixture.sock.peer().address()).isEqualTo("tcp://test:1");
        assertThat(fixture.sock.heartbeat()).isEmpty();
        assertThat(fixture.sock.takesStreamRequests()).isFalse();
        assertThat(fixture.sock).hasToString(id + " (tcp://test:1)");
    }

    @Test
    void itOffersTheSameOnEachConnection() {
        fixture.handlers.handle("greet", String.class, name -> "Hello " + name);
        fixture.ends(greeted(fixture.accepts(), "Hello Ann"), 1006);
        greeted(fixture.acceptsNext(), "Hello Ann");
        assertThat(fixture.sock.handlers()).isSameAs(fixture.handlers);
    }

    @Test
    void whatIsServedHoldsForThisConnectionAndThoseThatFollow() {
        fixture.sock.serve(greeting("Hi "));
        RawPeer peer = greeted(fixture.accepts(), "Hi Ann");
        Handlers newest = greeting("Ahoy ");
        fixture.sock.serve(newest);
        fixture.ends(greeted(peer, "Ahoy Ann"), 1006);
        greeted(fixture.acceptsNext(), "Ahoy Ann");
        assertThat(fixture.sock.handlers()).isSameAs(newest);
    }

    @Test
    void itMayBeGivenHandlersOfItsOwn() {
        ReconnectFixture own = new ReconnectFixture(
                options -> options.connect(ConnectOptions.defaults().handlers(greeting("Own "))));
        RawPeer peer = own.accepts();
        peer.says("r0001005greet00000005\"Ann\"");
        own.executor.runAll();
        assertThat(peer.hears()).endsWith("\"Own Ann\"");
    }

    @Test
    void streamsGoOverTheConnectionThatIsThere() {
        RawPeer peer = fixture.accepts();
        assertThat(fixture.sock.takesStreamRequests()).isTrue();
        try (StreamCall call = fixture.sock.streamRequest("upload")) {
            call.request().write(new byte[] {'a'});
            assertThat(peer.hears()).matches("s.{4}006upload00000001a");
        }
        peer.hears();
        try (StreamReader reader = fixture.sock.requestParts("list", 1)) {
            assertThat(peer.hears()).matches("r.{4}004list000000011");
            fixture.ends(peer, 1006);
            assertThat(fixture.failureOf(reader.readAsync())).hasMessageContaining("connection closed");
        }
    }

    @Test
    void waitingOnAThreadThatReadsIsRefusedWithAndWithoutAConnection() {
        assertWaitingIsRefused();
        fixture.accepts();
        assertWaitingIsRefused();
    }

    @Test
    void answersComeOnTheExecutor() {
        CompletableFuture<String> answered =
                fixture.sock.requestAsync("op", 1, String.class).toCompletableFuture();
        CompletableFuture<String> late = fixture.sock
                .requestAsync("op", 1, String.class, Duration.ofSeconds(1))
                .toCompletableFuture();
        fixture.scheduler.advance(Duration.ofSeconds(1));
        assertThat(late).isNotDone();
        fixture.accepts().says("R000000000003\"1\"");
        assertThat(answered).isNotDone();
        fixture.executor.runAll();
        assertThat(answered).isCompletedWithValue("1");
        assertThat(late).isCompletedExceptionally();
    }

    @Test
    void whoIsInterruptedWhileHeWaitsTakesHisRequestBack() {
        ReconnectFixture strict = new ReconnectFixture(options -> options.waiting(1, 100));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> strict.sock.request("op", 1))
                .isInstanceOf(WaitInterruptedException.class)
                .hasMessageContaining("op");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(strict.sock.tryNotify("other", 2)).as("has its place").isTrue();
        assertThat(strict.accepts().hears()).isEqualTo("n005other000000012");
    }

    @Test
    void whoIsInterruptedWhileHeWaitsForRoomHasSentNothing() {
        ReconnectFixture full = new ReconnectFixture(options -> options.waiting(1, 100));
        full.sock.notify("first", 1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> full.sock.notify("second", 2))
                .isInstanceOf(WaitInterruptedException.class)
                .hasMessageContaining("room in the queue");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(full.accepts().hears()).isEqualTo("n005first000000011");
    }

    private void assertWaitingIsRefused() {
        Reading.run(() -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> fixture.sock.request("op", 1))
                    .withMessageContaining("request must not wait");
            assertThatIllegalStateException()
                    .isThrownBy(() -> fixture.sock.notify("n", 1))
                    .withMessageContaining("notify must not wait");
            assertThatIllegalStateException()
                    .isThrownBy(() -> fixture.sock.requestParts("op", 1))
                    .withMessageContaining("requestParts must not wait");
        });
    }

    private RawPeer greeted(RawPeer peer, String answer) {
        peer.says("r0001005greet00000005\"Ann\"");
        fixture.executor.runAll();
        assertThat(peer.hears()).startsWith("R0001").endsWith("\"" + answer + "\"");
        return peer;
    }

    private static Handlers greeting(String words) {
        return Handlers.create().handle("greet", String.class, name -> words + name);
    }
}
