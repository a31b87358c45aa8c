package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.SockClosedException;
import org.gotalk.net.ConnectionState.Closed;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of a connection that stays: when it is told to, and not before. */
class GivingUpTest {

    private static final CloseReason DONE = CloseReason.of(Code.GOING_AWAY, "done here");

    private final ReconnectFixture fixture = new ReconnectFixture();

    @Test
    void noLossIsTheEnd() {
        for (int code : new int[] {1000, 1001, 1006, 1008, 1012, 4000, 4001, 4002, 4003}) {
            fixture.ends(fixture.accepts(), code);
            fixture.untilNextAttempt();
        }
        assertThat(fixture.closed()).isNotDone();
        assertThat(fixture.sock.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4010, SIGNED_OUT", "4011, EXPIRED", "4012, KICKED", "4013, REPLACED"})
    void aFinalReasonOfThePeerIsTheEnd(int closeCode, Code code) {
        RawPeer peer = fixture.accepts();
        fixture.ends(peer, closeCode);
        assertThat(fixture.closed()).isCompletedWithValueMatching(reason -> reason.code() == code);
        assertThat(fixture.sock.state()).isInstanceOf(Closed.class);
        assertThat(fixture.failureOf(fixture.sock.requestAsync("op", 1, String.class)))
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        closed -> assertThat(closed.reason().code()).isEqualTo(code));
        nothingFollows();
    }

    @Test
    void aFinalReasonDuringTheSetUpIsTheEndToo() {
        ReconnectFixture preparing =
                new ReconnectFixture(options -> options.setupAsync(connection -> new CompletableFuture<>()));
        preparing.ends(preparing.accepts(), 4010);
        assertThat(preparing.closed()).isCompletedWithValueMatching(reason -> reason.code() == Code.SIGNED_OUT);
    }

    @Test
    void closingEndsTheConnectionAndNoneFollows() {
        RawPeer peer = fixture.accepts();
        fixture.sock.close(DONE);
        assertThat(peer.closeCodes()).containsExactly(1012);
        assertThat(fixture.closed()).isCompletedWithValue(DONE);
        assertThat(fixture.sock.state()).isEqualTo(new Closed(DONE));
        nothingFollows();
    }

    @Test
    void closingBetweenTwoAttemptsEndsTheWait() {
        fixture.refuses();
        fixture.sock.close();
        assertThat(fixture.closed()).isCompletedWithValue(CloseReason.NORMAL);
        nothingFollows();
    }

    @Test
    void aConnectionThatIsMadeTooLateIsClosed() {
        fixture.sock.close(DONE);
        assertThat(fixture.closed()).isCompletedWithValue(DONE);
        RawPeer peer = fixture.accepts();
        assertThat(peer.closeCodes()).containsExactly(1012);
        assertThat(fixture.sock.isOpen()).isFalse();
        nothingFollows();
    }

    @Test
    void aConnectionThatIsBeingSetUpIsClosed() {
        ReconnectFixture preparing =
                new ReconnectFixture(options -> options.setupAsync(connection -> new CompletableFuture<>()));
        RawPeer peer = preparing.accepts();
        preparing.sock.close(DONE);
        assertThat(peer.closeCodes()).containsExactly(1012);
        assertThat(preparing.closed()).isCompletedWithValue(DONE);
    }

    @Test
    void aSetUpThatIsDoneWhileItsConnectionClosesOpensNothing() {
        CompletableFuture<String> done = new CompletableFuture<>();
        ReconnectFixture preparing = new ReconnectFixture(options -> options.setupAsync(connection -> {
            connection.notify("hello", 1);
            return done;
        }));
        RawPeer peer = new RawPeer() {
            @Override
            public RawPeer says(String bytes) {
                stopsReading();
                return super.says(bytes);
            }
        };
        preparing.accepts(peer);
        preparing.sock.close(DONE);
        done.complete("done");
        assertThat(preparing.closed()).isNotDone();
        peer.readsAgain();
        assertThat(preparing.closed()).isCompletedWithValue(DONE);
        assertThat(preparing.told).noneMatch(ConnectionState.Open.class::isInstance);
    }

    @Test
    void whatWaitsFailsSinceItWillNeverBeSent() {
        CompletionStage<String> call = fixture.sock.requestAsync("op", 1, String.class);
        fixture.sock.close(DONE);
        assertThat(fixture.failureOf(call)).isInstanceOfSatisfying(SockClosedException.class, closed -> {
            assertThat(closed.mayHaveRun()).isFalse();
            assertThat(closed.reason()).isEqualTo(DONE);
        });
    }

    @Test
    void nothingIsTakenAnyMore() {
        fixture.sock.close(DONE);
        assertThat(fixture.sock.tryNotify("n", 1)).isFalse();
        assertThatThrownBy(() -> fixture.sock.notify("n", 1))
                .isInstanceOf(SockClosedException.class)
                .hasMessageContaining("done here");
        assertThatThrownBy(() -> fixture.sock.request("op", 1)).isInstanceOf(SockClosedException.class);
        assertThatThrownBy(() -> fixture.sock.streamRequest("op"))
                .isInstanceOf(SockClosedException.class)
                .hasMessageContaining("done here");
        assertThat(fixture.failureOf(fixture.sock.requestAsync("op", 1, String.class)))
                .isInstanceOf(SockClosedException.class);
    }

    @Test
    void closingAgainChangesNothing() {
        fixture.sock.close(DONE);
        fixture.sock.close();
        assertThat(fixture.closed()).isCompletedWithValue(DONE);
    }

    @Test
    void drainingLetsWhatIsUnderWayBeAnsweredFirst() {
        RawPeer peer = fixture.accepts();
        CompletionStage<String> call = fixture.sock.requestAsync("op", 1, String.class);
        fixture.sock.drain(Duration.ofSeconds(10));
        fixture.executor.runAll();
        assertThat(peer.closeCodes()).isEmpty();
        peer.says("R000000000003\"1\"");
        assertThat(fixture.closed()).isCompletedWithValueMatching(reason -> reason.code() == Code.GOING_AWAY);
        assertThat(call.toCompletableFuture()).isCompletedWithValue("1");
        nothingFollows();
    }

    @Test
    void drainingLetsWhatWaitsGoOutFirst() {
        CompletionStage<String> call = fixture.sock.requestAsync("op", 1, String.class);
        fixture.sock.drain(Duration.ofSeconds(10));
        fixture.refuses();
        RawPeer peer = fixture.acceptsNext();
        assertThat(peer.hears()).isEqualTo("r0000002op000000011");
        assertThat(fixture.closed()).isNotDone();
        peer.says("R000000000003\"1\"");
        assertThat(fixture.closed()).isCompleted();
        assertThat(call.toCompletableFuture()).isCompletedWithValue("1");
    }

    @Test
    void drainingEndsOnceWhatWaitedIsLate() {
        CompletionStage<String> call = fixture.sock.requestAsync("op", 1, String.class, Duration.ofSeconds(1));
        fixture.sock.drain(Duration.ofSeconds(10));
        fixture.refuses();
        assertThat(fixture.closed()).isNotDone();
        fixture.scheduler.advance(Duration.ofSeconds(1));
        assertThat(fixture.closed()).isCompleted();
        assertThat(fixture.failureOf(call)).hasMessageContaining("nothing was sent");
    }

    @Test
    void drainingEndsWithItsGraceWhateverStillWaits() {
        CompletionStage<String> call = fixture.sock.requestAsync("op", 1, String.class);
        fixture.sock.drain(Duration.ofSeconds(10));
        fixture.sock.drain(Duration.ofSeconds(20));
        fixture.sock.drain(Duration.ofSeconds(2));
        fixture.scheduler.advance(Duration.ofMillis(1999));
        assertThat(fixture.closed()).isNotDone();
        fixture.scheduler.advance(Duration.ofMillis(1));
        assertThat(fixture.closed()).isCompleted();
        assertThat(fixture.failureOf(call)).isInstanceOf(SockClosedException.class);
    }

    @Test
    void aFurtherDrainDoesNotLengthenTheGrace() {
        fixture.sock.notify("note", 1);
        fixture.sock.drain(Duration.ofSeconds(2));
        fixture.sock.drain(Duration.ofSeconds(20));
        fixture.scheduler.advance(Duration.ofSeconds(2));
        assertThat(fixture.closed()).isCompleted();
        nothingFollows();
    }

    @Test
    void drainingWithoutAConnectionAndWithNothingToSendEndsAtOnce() {
        fixture.refuses();
        fixture.sock.drain(Duration.ofSeconds(10));
        assertThat(fixture.closed()).isCompleted();
        nothingFollows();
    }

    @Test
    void whatComesBackFromALostDrainingConnectionIsStillSent() {
        RawPeer peer = fixture.accepts();
        peer.stopsReading();
        fixture.sock.notify("first", "in flight");
        CompletionStage<String> call = fixture.sock.requestAsync("op", 1, String.class);
        fixture.sock.drain(Duration.ofSeconds(10));
        fixture.ends(peer, 1006);
        assertThat(fixture.closed()).isNotDone();
        RawPeer next = fixture.acceptsNext();
        assertThat(next.hears()).isEqualTo("r0000002op000000011");
        next.says("R000000000003\"1\"");
        assertThat(fixture.closed()).isCompleted();
        assertThat(call.toCompletableFuture()).isCompletedWithValue("1");
    }

    @Test
    void theGraceOfADrainIsNotNegativeAndZeroClosesAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> fixture.sock.drain(Duration.ofSeconds(-1)));
        RawPeer peer = fixture.accepts();
        fixture.sock.drain(Duration.ZERO);
        assertThat(peer.closeCodes()).containsExactly(1012);
        assertThat(fixture.closed()).isCompleted();
    }

    private void nothingFollows() {
        int before = fixture.attempts();
        fixture.scheduler.advance(Duration.ofMillis(10));
        assertThat(fixture.scheduler.pending()).as("the engine's tick alone").isOne();
        fixture.scheduler.advance(Duration.ofSeconds(10));
        assertThat(fixture.attempts()).isEqualTo(before);
    }
}
