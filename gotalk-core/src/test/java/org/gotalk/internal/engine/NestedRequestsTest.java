package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that a peer makes while handlers of its requests ask it something. */
class NestedRequestsTest {

    private static final String QUICK = "005quick00000000";
    private static final String ASK = "003ask00000000";

    private final EngineFixture fixture =
            new EngineFixture(Limits.builder().maxConcurrentRequests(2).build());
    private final RawPeer peer = new RawPeer();
    private final List<String> begun = new ArrayList<>();
    private final CompletableFuture<byte[]> busy = new CompletableFuture<>();
    private Sock sock;

    @BeforeEach
    void connect() {
        fixture.application
                .handlers()
                .handle("ask", byte[].class, (from, payload) -> {
                    begun.add("ask");
                    return from.requestAsync("question", 1, byte[].class);
                })
                .handle(
                        "ask twice",
                        byte[].class,
                        (from, payload) -> from.requestAsync("question", 1, byte[].class)
                                .thenCompose(answer -> from.requestAsync("question", 2, byte[].class)))
                .handle("busy", byte[].class, (from, payload) -> {
                    begun.add("busy");
                    return untilNotBusy();
                })
                .handle("quick", byte[].class, payload -> {
                    begun.add("quick");
                    return payload;
                });
        sock = fixture.connected(peer);
    }

    private CompletionStage<byte[]> untilNotBusy() {
        return busy;
    }

    private void says(String bytes) {
        peer.says(bytes);
        fixture.executor.runAll();
    }

    private static String requests(int count, String request) {
        StringBuilder requests = new StringBuilder();
        IntStream.range(0, count)
                .forEach(i -> requests.append("r%04d".formatted(i)).append(request));
        return requests.toString();
    }

    @Test
    void oneIsServedThoughAllPermitsAreOfRequestsThatAskThePeer() {
        says(requests(2, ASK));
        peer.hears();
        says("r0009" + QUICK);
        assertThat(peer.hears()).isEqualTo("R000900000000");
    }

    @Test
    void oneIsServedThoughAllThatRunAskForTheSecondTime() {
        says("r0001009ask twice00000000r0002009ask twice00000000");
        says("R000000000000R000100000000");
        peer.hears();
        says("r0009" + QUICK);
        assertThat(peer.hears()).isEqualTo("R000900000000");
    }

    @Test
    void onesThatCameBeforeAnyQuestionWaitForAPermitOfTheirOwn() {
        says(requests(4, ASK));
        assertThat(begun).hasSize(2);
        says("r0009" + QUICK);
        assertThat(begun).containsExactly("ask", "ask", "quick");
        says("R000000000000");
        assertThat(begun).containsExactly("ask", "ask", "quick", "ask");
    }

    @Test
    void thePermitIsTakenBackWithTheAnswer() {
        says(requests(2, ASK));
        says("R000000000000R000100000000");
        says("r0003004busy00000000r0004004busy00000000r0009" + QUICK);
        assertThat(begun).containsExactly("ask", "ask", "busy", "busy");
    }

    @Test
    void aRequestThatWorksLendsNothing() {
        says("r0001" + ASK + "r0002004busy00000000");
        says("r0003004busy00000000r0009" + QUICK);
        assertThat(begun).as("one permit is lent").containsExactly("ask", "busy", "busy");
    }

    @Test
    void questionsToAnotherPeerLendNothing() {
        RawPeer other = new RawPeer();
        Sock toOther = fixture.connected(other);
        fixture.application
                .handlers()
                .handle("far", byte[].class, (from, payload) -> toOther.requestAsync("question", 1, byte[].class));
        says("r0001003far00000000r0002003far00000000r0009" + QUICK);
        assertThat(begun).isEmpty();
    }

    @Test
    void asManyPermitsAreLentAsThereAreThenOneIsRefusedAtOnce() {
        says(requests(2, ASK));
        says("r0003" + ASK + "r0004" + ASK);
        assertThat(begun).hasSize(4);
        peer.hears();
        says("r0009" + QUICK);
        assertThat(peer.hears())
                .matches("e0009[0-9a-f]{8}0000003d\\Qall requests that may run wait for this peer, try again later\\E");
        says("R000200000000r0010" + QUICK);
        assertThat(peer.hears()).contains("R001000000000");
    }

    @Test
    void onesThatWaitAreRefusedOnceNothingGoesOnWithoutThePeer() {
        says(requests(2, ASK));
        fixture.application
                .handlers()
                .handle(
                        "busy, then ask",
                        byte[].class,
                        (from, payload) ->
                                untilNotBusy().thenCompose(any -> from.requestAsync("question", 1, byte[].class)));
        says("r0003004busy00000000r0004004busy00000000r0009" + QUICK);
        assertThat(peer.hears()).doesNotContain("0009");
        busy.complete(new byte[0]);
        fixture.executor.runAll();
        assertThat(peer.hears()).contains("R000900000000");
    }

    @Test
    void theLoadIsOfPermitsThatAreNotLent() {
        says(requests(2, ASK));
        peer.hears();
        fixture.scheduler.advance(Duration.ofSeconds(21));
        assertThat(peer.hears()).contains("h0000");
    }

    @Test
    void aHandlerDoneBeforeItsAnswerHasItsPermitBackOnce() {
        fixture.application.handlers().handle("leave", byte[].class, (from, payload) -> {
            CompletionStage<byte[]> unused = from.requestAsync("question", 1, byte[].class);
            return payload;
        });
        says("r0001005leave00000000");
        says("R000000000000");
        says(requests(3, "004busy00000000"));
        assertThat(begun).containsExactly("busy", "busy");
    }

    @Test
    void aStreamOfOursIsAQuestionUntilItIsOver() {
        fixture.application
                .handlers()
                .handle(
                        "read",
                        byte[].class,
                        (from, payload) -> from.streamRequest("up").finishAsync(byte[].class));
        says("r0001004read00000000r0002004read00000000");
        says("r0008" + QUICK);
        assertThat(begun).containsExactly("quick");
        says("RA00000000000RA00100000000");
        says(requests(2, "004busy00000000") + "r0009" + QUICK);
        assertThat(begun).containsExactly("quick", "busy", "busy");
        assertThat(sock.isOpen()).isTrue();
    }
}
