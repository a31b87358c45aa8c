package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gotalk.internal.engine.OurPeer.cancel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Cancellation;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a peer's request that the peer gives up. */
class CancelledRequestsTest {

    private static final String REQUEST = "r0001004slow000000011";

    private final EngineFixture fixture = new EngineFixture(
            Limits.builder().maxConcurrentRequests(1).maxWaitingRequests(2).build());
    private final RawPeer peer = new OurPeer();
    private final List<CompletableFuture<String>> running = new ArrayList<>();
    private final List<Cancellation> cancellations = new ArrayList<>();
    private Sock sock;

    @BeforeEach
    void connect() {
        fixture.application.handlers().handle("slow", Integer.class, (from, value, cancellation) -> {
            cancellations.add(cancellation);
            return begun();
        });
        sock = fixture.connected(peer);
    }

    private CompletionStage<String> begun() {
        CompletableFuture<String> later = new CompletableFuture<>();
        running.add(later);
        return later;
    }

    private void says(String bytes) {
        peer.says(bytes);
        fixture.executor.runAll();
    }

    @Test
    void theStageOfItsHandlerIsCancelled() {
        says(REQUEST);
        says(cancel("0001"));
        assertThat(running.get(0)).isCancelled();
    }

    @Test
    void noApplicationCodeRunsOnTheThreadThatReads() {
        says(REQUEST);
        peer.says(cancel("0001"));
        assertThat(running.get(0)).isNotDone();
    }

    @Test
    void itsHandlerMayAskWhetherItIsCancelled() {
        says(REQUEST);
        assertThat(cancellations.get(0).isCancelled()).isFalse();
        cancellations.get(0).throwIfCancelled();
        peer.says(cancel("0001"));
        assertThat(cancellations.get(0).isCancelled()).isTrue();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> cancellations.get(0).throwIfCancelled());
    }

    @Test
    void actionsOfItsHandlerRunOnce() {
        List<String> told = new ArrayList<>();
        says(REQUEST);
        cancellations.get(0).onCancel(() -> {
            told.add("one");
            throw new IllegalStateException("as the test wants it");
        });
        cancellations.get(0).onCancel(() -> told.add("other"));
        says(cancel("0001"));
        says(cancel("0001"));
        cancellations.get(0).onCancel(() -> told.add("late"));
        assertThat(told).containsExactly("one", "other", "late");
    }

    @Test
    void itsResultIsNotSent() {
        says(REQUEST);
        cancellations.get(0).onCancel(() -> running.get(0).complete("too late"));
        says(cancel("0001"));
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void aResultThatIsThereAtOnceIsNotSentEither() {
        fixture.application.handlers().handle("self", byte[].class, (from, value, cancellation) -> {
            peer.says(cancel("0001"));
            return value;
        });
        says("r0001004self000000011");
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void itHasItsPermitUntilItsHandlerIsOver() {
        CompletableFuture<byte[]> stubborn = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                return false;
            }
        };
        fixture.application.handlers().handleBuffer("stubborn", (from, name, payload) -> stubborn);
        says("r0001008stubborn00000000r0002004slow000000012");
        says(cancel("0001"));
        assertThat(cancellations).as("waits for the permit").isEmpty();
        stubborn.complete(new byte[0]);
        fixture.executor.runAll();
        assertThat(cancellations).hasSize(1);
    }

    @Test
    void theIdOfACancelledRequestIsFreeWhileItsHandlerRuns() {
        EngineFixture wide = new EngineFixture();
        List<CompletableFuture<byte[]>> begun = new ArrayList<>();
        wide.application.handlers().handleBuffer("stubborn", (from, name, payload) -> {
            CompletableFuture<byte[]> later = new CompletableFuture<>();
            begun.add(later);
            return later.thenApply(result -> result);
        });
        RawPeer ours = new OurPeer();
        Sock unused = wide.connected(ours);
        String request = "r0001008stubborn00000000";
        for (String next : new String[] {request, cancel("0001"), request, cancel("0001"), request}) {
            ours.says(next);
            wide.executor.runAll();
        }
        begun.get(1).complete(new byte[] {'b'});
        begun.get(2).complete(new byte[] {'c'});
        wide.executor.runAll();
        assertThat(ours.hears()).isEqualTo("R000100000001c");
    }

    @Test
    void oneThatWaitsNeverRuns() {
        says(REQUEST + "r0002004slow000000012");
        says(cancel("0002"));
        running.get(0).complete("done");
        fixture.executor.runAll();
        assertThat(running).hasSize(1);
        assertThat(peer.hears()).isEqualTo("R000100000006\"done\"");
    }

    @Test
    void oneThatWaitedMakesRoomForOthers() {
        says(REQUEST + "r0002004slow000000012r0003004slow000000013");
        assertThat(peer.isPaused()).isTrue();
        fixture.scheduler.advance(Duration.ofSeconds(2));
        says(cancel("0002") + "r0004004slow000000014");
        assertThat(peer.hears()).as("no refusal").isEmpty();
    }

    @Test
    void aRequestBeforeTheConnectionIsOpenNeverRuns() {
        RawPeer hasty = new OurPeer();
        Sock unused = fixture.connecting(hasty);
        hasty.says("01" + REQUEST + "r0002004slow000000012" + cancel("0001"));
        fixture.executor.runAll();
        assertThat(running).hasSize(1);
        running.get(0).complete("two");
        assertThat(hasty.hears()).isEqualTo("01R000200000005\"two\"");
    }

    @Test
    void aRequestFromBeforeTheConnectionWasOpenIsCancelledLikeAny() {
        RawPeer hasty = new OurPeer();
        Sock unused = fixture.connecting(hasty);
        hasty.says("01" + REQUEST);
        fixture.executor.runAll();
        hasty.says(cancel("0001"));
        fixture.executor.runAll();
        assertThat(running.get(0)).isCancelled();
        assertThat(hasty.hears()).isEqualTo("01");
    }

    @Test
    void aCancelThatComesLateOrIsNoneDoesNothing() {
        says(cancel("0001") + "n00e$gotalk/cancel00000000n00e$gotalk/cancel0000000500001");
        says(REQUEST);
        running.get(0).complete("done");
        says(cancel("0001"));
        assertThat(peer.hears()).isEqualTo("R000100000006\"done\"");
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    void noHandlerOfNotificationsHearsOfIt() {
        List<String> heard = new ArrayList<>();
        fixture.application.handlers().handleNotificationFallback((from, name, payload) -> heard.add(name));
        says(cancel("0001") + "n005other00000000");
        assertThat(heard).containsExactly("other");
    }

    @Test
    void theEndOfTheConnectionTellsTheHandlerAndLeavesItsStage() {
        List<String> told = new ArrayList<>();
        says(REQUEST);
        cancellations.get(0).onCancel(() -> told.add("cancelled"));
        peer.vanishes(1006);
        fixture.executor.runAll();
        assertThat(told).containsExactly("cancelled");
        assertThat(running.get(0)).isNotDone();
        assertThat(cancellations.get(0).isCancelled()).isTrue();
    }

    @Test
    void aDrainDoesNotWaitForOneThatWasCancelled() {
        says(REQUEST);
        var unused = sock.drain(Duration.ofHours(1));
        says(cancel("0001"));
        assertThat(peer.closeCodes()).containsExactly(1012);
    }

    @Test
    void bothHalvesOfAStreamEnd() {
        List<String> seen = new ArrayList<>();
        fixture.application.handlers().handleStream("echo", (from, request, result) -> {
            seen.add(request.read().map(String::new).orElse(""));
            cancellations.add(request.cancellation());
            var unused = request.readAsync().whenComplete((part, failure) -> seen.add("read: " + failure.getMessage()));
            CompletableFuture<byte[]> later = new CompletableFuture<>();
            request.cancellation().onCancel(() -> {
                seen.add("open: " + result.isOpen());
                later.completeExceptionally(new IllegalStateException("not logged, nor sent"));
            });
            return later;
        });
        says("s0001004echo00000003one");
        says(cancel("0001") + "p000100000003two");
        assertThat(seen)
                .contains("one", "open: false", "read: the peer has given \"echo\" up")
                .hasSize(3);
        assertThat(cancellations.get(0).isCancelled()).isTrue();
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void theIdOfACancelledStreamIsFree() {
        fixture.application.handlers().handleStream("echo", (from, request, result) -> new CompletableFuture<>());
        says("s0001004echo00000003one");
        says(cancel("0001") + "s0001004echo00000003onep000100000000");
        assertThat(peer.closeCodes()).isEmpty();
    }
}
