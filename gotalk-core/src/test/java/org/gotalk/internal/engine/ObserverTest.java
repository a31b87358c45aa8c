package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.internal.engine.observed.Observers;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.TraceContext;
import org.gotalk.testing.RawPeer;
import org.gotalk.testing.RecordingObserver;
import org.junit.jupiter.api.Test;

/** What an observer is told of connections, requests and notifications. */
class ObserverTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RecordingObserver observer = new RecordingObserver();
    private final EngineFixture fixture = new EngineFixture(
            Limits.builder()
                    .maxConcurrentRequests(1)
                    .maxWaitingRequests(1)
                    .maxOutbound(1000)
                    .heartbeatInterval(Duration.ZERO)
                    .readTimeout(Duration.ofDays(1))
                    .build(),
            observer);
    private final Handlers handlers = fixture.application.handlers();
    private final RawPeer peer = new RawPeer();

    private List<String> after(String message) {
        observer.events();
        peer.says(message);
        fixture.executor.runAll();
        return observer.events();
    }

    @Test
    void aConnectionOpensAndCloses() {
        Sock sock = fixture.connected(peer);
        assertThat(observer.events()).containsExactly("opened");
        sock.close(CloseReason.of(CloseReason.Code.KICKED, ""));
        assertThat(observer.events()).containsExactly("closed KICKED");
    }

    @Test
    void aConnectionThatNeverOpenedDoesNotClose() {
        fixture.connecting(peer).close();
        assertThat(observer.events()).isEmpty();
    }

    @Test
    void aPeerThatDoesNotReadIsClosedAsSlow() {
        Sock sock = fixture.connected(peer);
        observer.events();
        peer.stopsReading();
        sock.tryNotify("news", "x");
        fixture.scheduler.advance(fixture.engine.limits().writeTimeout().plus(SECOND));
        assertThat(observer.events()).contains("closed TIMEOUT slow");
    }

    @Test
    void aRequestBeginsReturnsAndEnds() {
        handlers.handle("echo", String.class, text -> text);
        fixture.connected(peer);
        assertThat(after("r0000004echo00000004\"hi\""))
                .containsExactly("handles echo begins", "handles echo SUCCESS", "handles echo returns");
    }

    @Test
    void aResultThatComesLaterEndsTheRequestLater() {
        CompletableFuture<String> later = new CompletableFuture<>();
        handlers.handle("later", String.class, text -> later);
        fixture.connected(peer);
        assertThat(after("r0000005later00000004\"hi\""))
                .containsExactly("handles later begins", "handles later returns");
        later.complete("ok");
        assertThat(observer.events()).containsExactly("handles later SUCCESS");
    }

    @Test
    void aFailureHasTheCodeThatThePeerReads() {
        handlers.handle("bid", String.class, text -> {
            throw new OperationException("bid-too-low", "too low");
        });
        handlers.handle("busy", String.class, text -> {
            throw RetryLater.after(SECOND, "later");
        });
        handlers.handle("broken", String.class, text -> {
            throw new IllegalStateException("as the test wants it");
        });
        fixture.connected(peer);
        assertThat(after("r0000003bid00000004\"hi\"")).contains("handles bid ERROR bid-too-low");
        assertThat(after("r0000004busy00000004\"hi\"")).contains("handles busy REFUSED busy");
        assertThat(after("r0000006broken00000004\"hi\"")).contains("handles broken ERROR internal");
        assertThat(after("r0000003bid00000001{")).contains("handles bid ERROR invalid-payload");
    }

    @Test
    void aRequestThatIsGivenUpIsCancelled() {
        CompletableFuture<String> later = new CompletableFuture<>();
        handlers.handle("later", String.class, text -> later);
        fixture.connected(peer);
        peer.says("r0000005later00000004\"hi\"");
        fixture.executor.runAll();
        assertThat(after(OurPeer.cancel("0000"))).containsExactly("handles later CANCELLED cancelled");
    }

    @Test
    void namesThatPeersMakeUpShareOneName() {
        handlers.handleFallback((sock, name, payload) -> CompletableFuture.completedFuture(payload))
                .handleNotificationFallback((sock, name, payload) -> {});
        fixture.connected(peer);
        assertThat(after("r0000007made up00000000")).contains("handles _OTHER SUCCESS");
        assertThat(after("n007made up00000000")).contains("receives _OTHER SUCCESS");
    }

    @Test
    void unknownOperationsAreRefusals() {
        fixture.connected(peer);
        assertThat(after("r0000007made up00000000")).containsExactly("refused unknown-operation");
        assertThat(after("n007made up00000000")).isEmpty();
    }

    @Test
    void whatFindsNoRoomIsRefusedAsBusy() {
        handlers.handle("later", String.class, text -> new CompletableFuture<>());
        fixture.connected(peer);
        after("r0000005later00000004\"hi\"r0001005later00000004\"hi\"");
        fixture.scheduler.advance(fixture.engine.limits().readPause().plus(SECOND));
        assertThat(after("r0002005later00000004\"hi\"")).contains("refused busy");
    }

    @Test
    void aNotificationIsHandledOrFails() {
        handlers.handleNotification("said", String.class, text -> {});
        fixture.connected(peer);
        assertThat(after("n004said00000004\"hi\""))
                .containsExactly("receives said begins", "receives said returns", "receives said SUCCESS");
        assertThat(after("n004said00000001{")).contains("receives said ERROR invalid-payload");
    }

    @Test
    void aNotificationIsQueuedOrFindsNoRoom() {
        Sock sock = fixture.connected(peer);
        peer.stopsReading();
        observer.events();
        sock.tryNotify("news", "x".repeat(1000));
        sock.tryNotify("news", "x");
        assertThat(observer.events()).containsExactly("sends news SUCCESS", "sends news REFUSED no-room");
    }

    @Test
    void aCallEndsWithItsOutcome() {
        Sock sock = fixture.connected(peer);
        observer.events();
        for (String result : new String[] {"R000000000004\"ok\"", "E000100000004oops", "e00020000ffff00000004busy"}) {
            var unused = sock.requestAsync("ask", 1, String.class, SECOND);
            peer.says(result);
        }
        var unused = sock.requestAsync("ask", 1, String.class, SECOND);
        fixture.scheduler.advance(SECOND);
        sock.requestAsync("ask", 1, String.class, SECOND).toCompletableFuture().cancel(false);
        assertThat(observer.events())
                .containsExactly(
                        "calls ask SUCCESS",
                        "calls ask ERROR _OTHER",
                        "calls ask REFUSED busy",
                        "calls ask TIMEOUT timeout",
                        "calls ask CANCELLED cancelled");
    }

    @Test
    void codesThatPeersMakeUpAreNoLabels() {
        RawPeer ours = new OurPeer();
        Sock sock = fixture.connected(ours);
        observer.events();
        for (String code : new String[] {
            "E000000000017no\u001f{\"code\":\"forbidden\"}", "E000100000015no\u001f{\"code\":\"made-up\"}"
        }) {
            var unused = sock.requestAsync("ask", 1, String.class, SECOND);
            ours.says(code);
        }
        assertThat(observer.events()).containsExactly("calls ask ERROR forbidden", "calls ask ERROR _OTHER");
    }

    @Test
    void streamsOfBothSidesAreObserved() {
        handlers.handleStream("up", (request, result) -> {});
        RawPeer ours = new OurPeer();
        Sock sock = fixture.connected(ours);
        observer.events();
        StreamReader rows = sock.requestParts("rows", 1);
        ours.says("SA00000000003oneSA00000000000");
        rows.readAll();
        StreamCall call = sock.streamRequest("lines");
        call.close();
        ours.says("s0001002up00000003one");
        fixture.executor.runAll();
        assertThat(observer.events())
                .containsExactly(
                        "calls rows SUCCESS",
                        "calls lines CANCELLED cancelled",
                        "handles up begins",
                        "handles up SUCCESS",
                        "handles up returns");
    }

    @Test
    void callsOfAConnectionThatEndsAreClosed() {
        Sock sock = fixture.connected(peer);
        observer.events();
        var unused = sock.requestAsync("ask", 1, String.class, SECOND);
        sock.close();
        assertThat(observer.events()).contains("calls ask CLOSED closed");
    }

    @Test
    void theStatusSaysWhatThereIsToDo() {
        handlers.handle("later", String.class, text -> new CompletableFuture<>());
        Sock sock = fixture.connected(peer);
        after("r0000005later00000004\"hi\"r0001005later00000004\"hi\"");
        peer.stopsReading();
        sock.tryNotify("news", "x");
        assertThat(observer.status().socks()).containsExactly(sock);
        assertThat(observer.status().runningRequests()).isEqualTo(1);
        assertThat(observer.status().waitingMessages()).isEqualTo(1);
        assertThat(observer.status().waitingBytes()).isEqualTo(4);
        assertThat(observer.status().outboundBytes()).isEqualTo("n004news00000003\"x\"".length());
        assertThat(observer.status().isDraining()).isFalse();
        fixture.engine.close();
        assertThat(observer.status().isDraining()).isTrue();
    }

    @Test
    void anExecutorThatBeginsNothingIsStuck() {
        assertThat(observer.status().executorDelay()).isZero();
        fixture.scheduler.advance(SECOND);
        assertThat(observer.status().executorDelay()).isEqualTo(SECOND);
        fixture.scheduler.advance(SECOND.multipliedBy(10));
        assertThat(observer.status().isExecutorStuck()).isTrue();
        fixture.executor.runAll();
        assertThat(observer.status().isExecutorStuck()).isFalse();
    }

    @Test
    void theClockTicks() {
        fixture.scheduler.advance(SECOND);
        assertThat(observer.status().sinceTick()).isLessThan(Duration.ofMillis(250));
    }

    @Test
    void anEngineIsStoppedOnce() {
        fixture.engine.close();
        fixture.scheduler.advance(SECOND);
        fixture.engine.end();
        assertThat(observer.events())
                .containsExactly("stopped " + observer.status().name());
    }

    @Test
    void anObserverThatThrowsDoesNoHarm() {
        EngineObserver broken = new EngineObserver() {
            @Override
            public MessageObservation handles(Sock sock, String operation, TraceContext caller) {
                throw new IllegalStateException("as the test wants it");
            }
        };
        EngineFixture observed = new EngineFixture(Limits.defaults(), Observers.of(List.of(broken, observer)));
        observed.application.handlers().handle("echo", String.class, text -> text);
        observed.connected(peer);
        peer.says("r0000004echo00000004\"hi\"");
        observed.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000000000004\"hi\"");
        assertThat(observer.events()).contains("handles echo SUCCESS");
    }

    @Test
    void noObserverIsNone() {
        assertThat(Observers.of(List.of())).isSameAs(EngineObserver.NONE);
    }
}
