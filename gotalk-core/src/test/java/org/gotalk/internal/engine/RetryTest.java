package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gotalk.Limits;
import org.gotalk.OutboxFullException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What becomes of a request of this side that the peer refuses for the time being. */
class RetryTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EngineFixture fixture = fixture(Limits.builder());
    private final RawPeer peer = new RawPeer();
    private final Sock sock = fixture.connected(peer);

    private static EngineFixture fixture(Limits.Builder limits) {
        return new EngineFixture(limits.maxOutbound(1000)
                .heartbeatInterval(Duration.ZERO)
                .readTimeout(Duration.ofDays(1))
                .build());
    }

    private CompletableFuture<String> greet() {
        return greet(sock, Duration.ZERO);
    }

    private static CompletableFuture<String> greet(Sock sock, Duration timeout) {
        return sock.requestAsync("greet", "Ann", String.class, timeout).toCompletableFuture();
    }

    private static String request(String id) {
        return "r" + id + "005greet00000005\"Ann\"";
    }

    /** The peer refuses, and asks for this many milliseconds. */
    private void refuse(String id, int millis) {
        peer.says("e%s%08x00000004busy".formatted(id, millis));
    }

    @Test
    @Conforms("retry-result")
    void aRefusedRequestIsSentAgainUnderANewIdAndItsAnswerIsTheAnswer() {
        CompletableFuture<String> call = greet();
        assertThat(peer.hears()).isEqualTo(request("0000"));
        refuse("0000", 1000);
        fixture.scheduler.advance(SECOND.multipliedBy(2));
        assertThat(peer.hears()).isEqualTo(request("0001"));
        peer.says("R000100000007\"hello\"");
        fixture.executor.runAll();
        assertThat(call).isCompletedWithValue("hello");
    }

    @Test
    @Conforms("retry-wait")
    void itIsNeverSentBeforeTheWaitIsOverAndNotMuchLater() {
        for (int i = 0; i < 50; i++) {
            CompletableFuture<String> unused = greet();
            String sent = peer.hears();
            refuse(sent.substring(1, 5), 1000);
            fixture.scheduler.advance(SECOND.minusMillis(1));
            assertThat(peer.hears()).isEmpty();
            fixture.scheduler.advance(Duration.ofMillis(251));
            assertThat(peer.hears()).startsWith("r");
        }
    }

    @Test
    @Conforms("retry-zero")
    void aPeerThatAsksForNoWaitIsGivenOneThatGrows() {
        CompletableFuture<String> unused = greet();
        refuse("0000", 0);
        fixture.scheduler.advance(Duration.ofMillis(49));
        refuse("0001", 0);
        assertThat(peer.hears()).isEqualTo(request("0000"));
        fixture.scheduler.advance(Duration.ofMillis(14));
        assertThat(peer.hears()).isEqualTo(request("0001"));
        refuse("0001", 0);
        fixture.scheduler.advance(Duration.ofMillis(99));
        assertThat(peer.hears()).isEmpty();
        fixture.scheduler.advance(Duration.ofMillis(26));
        assertThat(peer.hears()).isEqualTo(request("0002"));
    }

    @Test
    @Conforms("bounded-retries")
    void itIsSentAsOftenAsAllowedAndThenFailsWithTheLastRefusal() {
        CompletableFuture<String> call = greet();
        for (int attempt = 0; attempt < 4; attempt++) {
            refuse("000" + attempt, 100);
            fixture.scheduler.advance(SECOND);
        }
        assertThat(call).isNotDone();
        peer.says("e0004000000fa00000004last");
        assertThat(fixture.failureOf(call))
                .asInstanceOf(InstanceOfAssertFactories.type(RetryLater.class))
                .satisfies(later -> assertThat(later.delay()).isEqualTo(Duration.ofMillis(250)))
                .satisfies(later -> assertThat(later).hasMessage("last"));
        fixture.scheduler.advance(SECOND);
        assertThat(peer.hears()).endsWith(request("0004"));
    }

    @Test
    void oneAttemptSwitchesItOff() {
        EngineFixture once = fixture(Limits.builder().maxAttempts(1));
        CompletableFuture<String> call = greet(once.connected(peer), Duration.ZERO);
        refuse("0000", 1);
        once.executor.runAll();
        assertThat(fixture.failureOf(call)).isInstanceOf(RetryLater.class).hasMessage("busy");
    }

    @Test
    void aRefusalWithoutWordsIsGivenSome() {
        EngineFixture once = fixture(Limits.builder().maxAttempts(1));
        CompletableFuture<String> call = greet(once.connected(peer), Duration.ZERO);
        peer.says("e00000000000000000000");
        once.executor.runAll();
        assertThat(fixture.failureOf(call)).hasMessage("the peer asks to try again later");
    }

    @Test
    @Conforms("bounded-retries")
    void aWaitThatEndsAfterTheDeadlineIsNotBegun() {
        CompletableFuture<String> call = greet(sock, SECOND);
        refuse("0000", 1000);
        assertThat(fixture.failureOf(call)).isInstanceOf(RetryLater.class).hasMessage("busy");
    }

    @Test
    void theDeadlineHoldsForAllAttemptsTogether() {
        CompletableFuture<String> call = greet(sock, SECOND);
        refuse("0000", 500);
        fixture.scheduler.advance(Duration.ofMillis(700));
        assertThat(call).isNotDone();
        fixture.scheduler.advance(Duration.ofMillis(300));
        assertThat(fixture.failureOf(call))
                .isInstanceOf(RequestTimeoutException.class)
                .hasMessage("no result of \"greet\" within 1000 ms");
    }

    @Test
    void aCallBetweenAttemptsHasNotRunWhenTheConnectionEnds() {
        CompletableFuture<String> call = greet();
        refuse("0000", 1000);
        peer.vanishes(1006);
        assertThat(fixture.failureOf(call))
                .asInstanceOf(InstanceOfAssertFactories.type(SockClosedException.class))
                .matches(closed -> !closed.mayHaveRun());
    }

    @Test
    void aCallWhoseNextAttemptWasSentMayHaveRunWhenTheConnectionEnds() {
        CompletableFuture<String> call = greet();
        refuse("0000", 1000);
        fixture.scheduler.advance(SECOND.multipliedBy(2));
        peer.vanishes(1006);
        assertThat(fixture.failureOf(call))
                .asInstanceOf(InstanceOfAssertFactories.type(SockClosedException.class))
                .matches(SockClosedException::mayHaveRun);
    }

    @Test
    void anAnswerToAnAttemptThatIsNotSentYetIsDropped() {
        CompletableFuture<String> call = greet();
        refuse("0000", 1000);
        peer.says("R000100000003\"x\"");
        fixture.executor.runAll();
        assertThat(call).isNotDone();
    }

    @Test
    void aCallThatWaitsForItsNextAttemptCountsAsPending() {
        EngineFixture strict = fixture(Limits.builder().maxPendingRequests(1));
        Sock limited = strict.connected(peer);
        CompletableFuture<String> unused = greet(limited, Duration.ZERO);
        refuse("0000", 1000);
        CompletableFuture<String> second = greet(limited, Duration.ZERO);
        strict.executor.runAll();
        assertThat(fixture.failureOf(second)).isInstanceOf(OutboxFullException.class);
    }

    @Test
    void noTimerIsLeftBehindByACallThatIsOver() {
        int before = fixture.scheduler.pending();
        CompletableFuture<String> call = greet(sock, Duration.ofMinutes(1));
        refuse("0000", 1000);
        peer.vanishes(1006);
        assertThat(fixture.failureOf(call)).isInstanceOf(SockClosedException.class);
        assertThat(fixture.scheduler.pending()).isEqualTo(before);
    }

    @Test
    void noRoomForTheNextAttemptCountsAsOneMoreRefusal() {
        CompletableFuture<String> call = greet();
        refuse("0000", 100);
        peer.stopsReading();
        sock.notify("fill", "x".repeat(990));
        fixture.scheduler.advance(SECOND);
        assertThat(fixture.failureOf(call)).isInstanceOf(RetryLater.class).hasMessage("busy");
    }

    @Test
    void itIsSentWhenThereIsRoomAgain() {
        CompletableFuture<String> call = greet();
        refuse("0000", 100);
        peer.stopsReading();
        sock.notify("fill", "x".repeat(990));
        fixture.scheduler.advance(Duration.ofMillis(130));
        peer.hears();
        peer.readsAgain();
        fixture.scheduler.advance(Duration.ofMillis(130));
        assertThat(peer.hears()).isEqualTo(request("0002"));
        assertThat(call).isNotDone();
    }

    @Test
    void nothingIsSentAgainOnAConnectionThatCloses() {
        CompletableFuture<String> call = greet();
        refuse("0000", 100);
        peer.stopsReading();
        sock.notify("last", "word");
        sock.close();
        fixture.scheduler.advance(SECOND);
        assertThat(call).isNotDone();
        peer.readsAgain();
        assertThat(peer.hears()).doesNotContain("r0001");
        assertThat(fixture.failureOf(call)).isInstanceOf(SockClosedException.class);
    }
}
