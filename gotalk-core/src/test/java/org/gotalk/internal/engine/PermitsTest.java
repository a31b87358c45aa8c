package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.conformance.Conforms;
import org.gotalk.internal.engine.shared.DispatchHeuristic;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many requests of a peer run, how many wait, and what becomes of the rest. */
class PermitsTest {

    private static final String SLOW = "004slow00000000";

    private final EngineFixture fixture = new EngineFixture(Limits.builder()
            .maxConcurrentRequests(2)
            .maxWaitingRequests(4)
            .maxWaitingBytes(100)
            .maxOutbound(200)
            .build());
    private final RawPeer peer = new RawPeer();
    private final List<CompletableFuture<byte[]>> running = new ArrayList<>();

    @BeforeEach
    void connect() {
        fixture.application
                .handlers()
                .handleBuffer("slow", (from, name, payload) -> {
                    CompletableFuture<byte[]> answer = new CompletableFuture<>();
                    running.add(answer);
                    return answer;
                })
                .handleBuffer("quick", (from, name, payload) -> CompletableFuture.completedFuture(payload))
                .handleBufferNotification("note", (from, name, payload) -> {});
        fixture.connected(peer);
        fixture.executor.submissions();
    }

    private void request(int count) {
        for (int i = 0; i < count; i++) {
            peer.says("r%04d".formatted(i) + SLOW);
        }
        fixture.executor.runAll();
    }

    @Test
    void noMoreRequestsRunAtOnceThanAllowed() {
        request(5);
        assertThat(running).hasSize(2);
    }

    @Test
    void requestThatEndsMakesWayForTheNext() {
        request(3);
        running.get(0).complete(new byte[0]);
        fixture.executor.runAll();
        assertThat(running).hasSize(3);
    }

    @Test
    void quickRequestsOfOneReadTakeOneOrTwoSubmissions() {
        peer.says("r0001005quick00000000r0002005quick00000000r0003005quick00000000");
        fixture.executor.runAll();
        assertThat(peer.hears()).contains("R0001", "R0002", "R0003");
        assertThat(fixture.executor.submissions()).isBetween(1, 2);
    }

    @Test
    void aWorkerIsCalledForThoseBehindBeforeAHandlerThatMayTakeLong() {
        List<Integer> submittedBefore = new ArrayList<>();
        fixture.application.handlers().handleBuffer("look", (from, name, payload) -> {
            submittedBefore.add(fixture.executor.submissions());
            fixture.scheduler.advance(Duration.ofNanos(DispatchHeuristic.QUICK));
            return CompletableFuture.completedFuture(payload);
        });
        peer.says("r0001004look00000000");
        fixture.executor.runAll();
        peer.says("r0002004look00000000r0003004look00000000");
        fixture.executor.runOne();
        assertThat(submittedBefore.get(1)).as("the reader's and the worker's").isEqualTo(2);
    }

    @Test
    void readingPausesWhenTooManyRequestsWait() {
        request(5);
        assertThat(peer.isPaused()).isFalse();
        request(1);
        assertThat(peer.isPaused()).isTrue();
    }

    @Test
    void readingPausesWhenTooManyBytesWait() {
        request(2);
        peer.says("r0009004slow00000064" + "x".repeat(100));
        assertThat(peer.isPaused()).isTrue();
    }

    @Test
    void messagesBehindThePauseAreReadWhenItEnds() {
        request(2);
        peer.says(("r0001" + SLOW).repeat(5));
        assertThat(peer.isPaused()).isTrue();
        assertThat(peer.hasUnsaid()).isTrue();
        while (running.stream().anyMatch(answer -> !answer.isDone())) {
            List.copyOf(running).forEach(answer -> answer.complete(new byte[0]));
            fixture.executor.runAll();
        }
        assertThat(running).hasSize(7);
        assertThat(peer.isPaused()).isFalse();
    }

    @Test
    void readingGoesOnWhenHalfOfWhatMayWaitIsDone() {
        request(6);
        running.get(0).complete(new byte[0]);
        fixture.executor.runAll();
        assertThat(peer.isPaused()).isTrue();
        running.get(1).complete(new byte[0]);
        fixture.executor.runAll();
        assertThat(peer.isPaused()).isFalse();
    }

    @Test
    @Conforms("handler-limit")
    void afterThePauseFurtherRequestsAreRefusedForTheTimeBeing() {
        request(6);
        peer.hears();
        fixture.scheduler.advance(Duration.ofSeconds(2));
        assertThat(peer.isPaused()).isFalse();
        peer.says("r0099" + SLOW);
        assertThat(peer.hears()).matches("e0099[0-9a-f]{8}00000022too many requests, try again later");
    }

    @Test
    @Conforms("handler-limit")
    void aRefusalAsksForATimeBetweenTheBounds() {
        fixture.executor.isFull(true);
        for (int i = 0; i < 100; i++) {
            peer.says("r0001" + SLOW);
            assertThat(Long.parseLong(peer.hears().substring(5, 13), 16)).isBetween(500L, 5000L);
        }
    }

    @Test
    @Conforms("handler-limit")
    void theBoundsOfTheTimeToWaitMayBeEqual() {
        EngineFixture exact = new EngineFixture(Limits.builder()
                .minRetryWait(Duration.ofMillis(250))
                .maxRetryWait(Duration.ofMillis(250))
                .build());
        exact.application.handlers().handleBuffer("any", (from, name, payload) -> new CompletableFuture<>());
        exact.connected(peer);
        exact.executor.isFull(true);
        peer.says("r0001003any00000000");
        assertThat(peer.hears()).startsWith("e0001000000fa");
    }

    @Test
    void refusedPeerIsServedAgainWhenThereIsRoom() {
        request(6);
        fixture.scheduler.advance(Duration.ofSeconds(2));
        running.get(0).complete(new byte[0]);
        fixture.executor.runAll();
        peer.hears();
        peer.says("r0099" + SLOW);
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void notificationsThatStillComeWhenTooManyWaitCloseTheConnection() {
        request(6);
        fixture.scheduler.advance(Duration.ofSeconds(2));
        peer.says("n004note00000000");
        assertThat(peer.closeCodes()).containsExactly(4000);
    }

    @Test
    void fullExecutorIsARetryResult() {
        fixture.executor.isFull(true);
        peer.says("r0001" + SLOW);
        assertThat(peer.hears()).startsWith("e0001");
    }

    @Test
    void requestsAreServedAgainWhenTheExecutorHasRoom() {
        fixture.executor.isFull(true);
        peer.says("r0001" + SLOW);
        fixture.executor.isFull(false);
        request(1);
        assertThat(running).hasSize(1);
    }

    @Test
    void requestsThatAFullExecutorHoldsUpAreRefusedAfterThePause() {
        fixture.application.handlers().handleBuffer("fill", (from, name, payload) -> {
            fixture.executor.isFull(true);
            peer.says("r0002" + SLOW);
            fixture.scheduler.advance(Duration.ofSeconds(2).plus(Engine.TICK.multipliedBy(2)));
            return CompletableFuture.completedFuture(new byte[0]);
        });
        peer.says("r0001004fill00000000");
        fixture.executor.runAll();
        assertThat(peer.hears()).contains("e0002").contains("R0001");
    }

    @Test
    void noFurtherRequestBeginsWhileThePeerLeavesItsAnswersUnread() {
        peer.stopsReading();
        peer.says("r0001005quick00000064" + "x".repeat(100) + "r0002005quick00000064" + "x".repeat(100));
        fixture.executor.runAll();
        request(1);
        assertThat(running).isEmpty();
        peer.readsAgain();
        fixture.executor.runAll();
        assertThat(running).hasSize(1);
    }

    @Test
    @Conforms("slow-reader")
    void peerThatDoesNotReadItsRefusalsIsClosed() {
        peer.stopsReading();
        for (int i = 0; i < 20 && peer.closeCodes().isEmpty(); i++) {
            peer.says("r0001004nope00000000");
            fixture.scheduler.advance(Duration.ofSeconds(2));
        }
        assertThat(peer.closeCodes()).hasSize(1);
    }
}
