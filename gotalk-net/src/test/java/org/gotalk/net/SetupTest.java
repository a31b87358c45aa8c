package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gotalk.ConnectFailedException;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.net.ConnectionState.Closed;
import org.gotalk.net.ConnectionState.Connecting;
import org.gotalk.net.ConnectionState.Waiting;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What is done on each new connection before anything else. */
class SetupTest {

    private final List<Sock> prepared = new ArrayList<>();
    private final ReconnectFixture fixture = new ReconnectFixture(options -> options.setupAsync(this::signIn));

    @Test
    void nothingThatWaitsGoesOutBeforeTheSetUpIsDone() {
        fixture.sock.notify("note", 1);
        RawPeer peer = fixture.accepts();
        fixture.sock.notify("other", 2);
        assertThat(peer.hears()).isEqualTo("r0000007sign in000000011");
        assertThat(fixture.sock.isOpen()).isFalse();
        assertThat(fixture.sock.state()).isEqualTo(new Connecting());
        answers(peer);
        assertThat(peer.hears()).isEqualTo("n004note000000011n005other000000012");
        assertThat(fixture.sock.isOpen()).isTrue();
    }

    @Test
    void itRunsAnewOnEachConnection() {
        RawPeer peer = fixture.accepts();
        answers(peer);
        fixture.ends(peer, 1006);
        assertThat(fixture.acceptsNext().hears()).isEqualTo("r0000007sign in000000011");
        assertThat(prepared).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void itRunsOffTheThreadsOfTheNetworkAndMayBlockThere() {
        ReconnectFixture blocking = new ReconnectFixture(options -> options.setup(prepared::add));
        RawPeer peer = new RawPeer();
        blocking.connects(peer);
        peer.says("01");
        assertThat(prepared).isEmpty();
        blocking.executor.runAll();
        assertThat(prepared).hasSize(1);
        assertThat(blocking.sock.isOpen()).isTrue();
    }

    @Test
    void aFailureClosesTheConnectionAndTheNextAttemptComesLater() {
        fixture.sock.notify("note", 1);
        RawPeer peer = fixture.accepts();
        peer.says("E000000000008no entry");
        fixture.executor.runAll();
        assertThat(peer.closeCodes()).containsExactly(1000);
        assertThat(fixture.sock.state())
                .asInstanceOf(InstanceOfAssertFactories.type(Waiting.class))
                .satisfies(waiting -> assertThat(waiting.cause())
                        .isInstanceOf(OperationException.class)
                        .hasMessage("no entry"))
                .satisfies(waiting -> assertThat(waiting.delay()).isEqualTo(Duration.ofMillis(500)));
        assertThat(fixture.untilNextAttempt()).isEqualTo(500);
        RawPeer next = fixture.accepts();
        next.hears();
        answers(next);
        assertThat(next.hears()).isEqualTo("n004note000000011");
    }

    @Test
    void whateverItThrowsIsSuchAFailure() {
        ReconnectFixture failing = new ReconnectFixture(options -> options.setup(connection -> {
            throw new AssertionError("as the test wants it");
        }));
        failing.accepts();
        assertThat(((Waiting) failing.sock.state()).cause()).isInstanceOf(AssertionError.class);
        assertThat(failing.untilNextAttempt()).isEqualTo(500);
    }

    @Test
    void itHasTheTimeThatAConnectionIsGiven() {
        ReconnectFixture hanging = new ReconnectFixture(
                options -> options.connect(ConnectOptions.defaults().timeout(Duration.ofSeconds(2)))
                        .setupAsync(connection -> new CompletableFuture<>()));
        RawPeer peer = hanging.accepts();
        hanging.scheduler.advance(Duration.ofMillis(1999));
        assertThat(peer.closeCodes()).isEmpty();
        hanging.scheduler.advance(Duration.ofMillis(1));
        assertThat(peer.closeCodes()).containsExactly(1000);
        assertThat(((Waiting) hanging.sock.state()).cause())
                .isInstanceOf(TimeoutException.class)
                .hasMessage("the set-up did not complete within PT2S");
    }

    @Test
    void aConnectionThatEndsMeanwhileIsAFailedAttempt() {
        fixture.ends(fixture.accepts(), 1006);
        assertThat(fixture.untilNextAttempt()).isEqualTo(500);
        fixture.ends(fixture.accepts(), 1006);
        assertThat(fixture.untilNextAttempt()).isEqualTo(1000);
        assertThat(fixture.told).noneMatch(ConnectionState.Open.class::isInstance);
    }

    @Test
    void whoWaitsForAConnectionIsGivenTheOneThatIsSetUp() {
        CompletableFuture<Sock> waited = fixture.sock.connection().toCompletableFuture();
        fixture.ends(fixture.accepts(), 1006);
        fixture.untilNextAttempt();
        RawPeer peer = fixture.accepts();
        assertThat(waited).isNotDone();
        answers(peer);
        assertThat(waited).isCompletedWithValue(prepared.get(1));
    }

    @Test
    void aListenerMayGiveUpBecauseOfIt() {
        ReconnectFixture hopeless =
                new ReconnectFixture(options -> options.setupAsync(this::signIn).listener((sock, state) -> {
                    if (state instanceof Waiting waiting && waiting.cause() instanceof OperationException) {
                        sock.close();
                    }
                }));
        RawPeer peer = hopeless.accepts();
        peer.says("E000000000008no entry");
        hopeless.executor.runAll();
        assertThat(hopeless.sock.state()).isInstanceOf(Closed.class);
        assertThat(hopeless.closed()).isCompleted();
        hopeless.scheduler.advance(Duration.ofSeconds(10));
        assertThat(hopeless.attempts()).isOne();
    }

    @Test
    void whoNeedsNoneHasItsConnectionWithTheHandshake() {
        ReconnectFixture plain = new ReconnectFixture();
        plain.refuses();
        assertThat(((Waiting) plain.sock.state()).cause()).isInstanceOf(ConnectFailedException.class);
        plain.acceptsNext();
        assertThat(plain.sock.isOpen()).isTrue();
    }

    private CompletionStage<?> signIn(Sock connection) {
        prepared.add(connection);
        return connection.requestAsync("sign in", 1, String.class);
    }

    private void answers(RawPeer peer) {
        peer.says("R000000000004\"ok\"");
        fixture.executor.runAll();
    }
}
