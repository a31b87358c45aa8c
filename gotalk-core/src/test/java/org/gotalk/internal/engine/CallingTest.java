package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gotalk.CloseReason;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.OutboxFullException;
import org.gotalk.PayloadException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.WaitInterruptedException;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What becomes of the requests that this side makes. */
class CallingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final EngineFixture fixture =
            new EngineFixture(Limits.builder().maxOutbound(1000).build());
    private final RawPeer peer = new RawPeer();
    private final Sock sock = fixture.connected(peer);

    private void sendGreeting() {
        assertThat(greet()).isNotDone();
    }

    private CompletableFuture<String> greet() {
        return sock.requestAsync("greet", "Ann", String.class).toCompletableFuture();
    }

    @Test
    @Conforms("single-request")
    void requestCarriesAPrintableIdTheNameAndTheValue() {
        sendGreeting();
        assertThat(peer.hears()).isEqualTo("r0000005greet00000005\"Ann\"");
    }

    @Test
    void eachRequestHasAnIdOfItsOwn() {
        sendGreeting();
        sendGreeting();
        assertThat(peer.hears()).contains("r0000005greet", "r0001005greet");
    }

    @Test
    @Conforms("single-result")
    void resultCompletesTheCallOnTheExecutor() {
        CompletableFuture<String> call = greet();
        peer.says("R000000000007\"hello\"");
        assertThat(call).isNotDone();
        fixture.executor.runAll();
        assertThat(call).isCompletedWithValue("hello");
    }

    @Test
    void resultThatFindsTheExecutorFullCompletesTheCallThereLater() {
        CompletableFuture<String> call = greet();
        fixture.executor.isFull(true);
        peer.says("R000000000007\"hello\"");
        fixture.executor.isFull(false);
        assertThat(call).isNotDone();
        fixture.scheduler.advance(Duration.ofMillis(100));
        fixture.executor.runAll();
        assertThat(call).isCompletedWithValue("hello");
    }

    @Test
    @Conforms("answers-in-any-order")
    void resultsMayComeInAnyOrder() {
        CompletableFuture<String> first = greet();
        CompletableFuture<String> second = greet();
        peer.says("R000100000003\"2\"R000000000003\"1\"");
        fixture.executor.runAll();
        assertThat(first).isCompletedWithValue("1");
        assertThat(second).isCompletedWithValue("2");
    }

    @Test
    @Conforms("error-result")
    void errorResultFailsTheCallWithItsText() {
        CompletableFuture<String> call = greet();
        peer.says("E00000000000ano such op");
        assertThat(fixture.failureOf(call))
                .isInstanceOf(OperationException.class)
                .hasMessage("no such op");
    }

    @Test
    void streamResultFailsACallThatTakesOnlyOne() {
        CompletableFuture<String> call = greet();
        peer.says("S000000000001xS000000000000");
        assertThat(fixture.failureOf(call))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("in parts");
    }

    @Test
    void resultOfTheWrongTypeFailsTheCall() {
        CompletableFuture<String> call = greet();
        peer.says("R000000000001{");
        assertThat(fixture.failureOf(call)).isInstanceOf(PayloadException.class);
    }

    @Test
    @Conforms("unknown-result")
    void resultToNoCallIsDropped() {
        peer.says("Rzzzz00000001xEzzzz00000001xezzzz0000000000000000");
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    void callWithoutAnswerFailsWhenItsTimeIsOver() {
        CompletableFuture<String> call = greet();
        keepAliveFor(Duration.ofSeconds(29));
        assertThat(call).isNotDone();
        keepAliveFor(Duration.ofSeconds(1));
        assertThat(fixture.failureOf(call))
                .isInstanceOf(RequestTimeoutException.class)
                .hasMessage("no result of \"greet\" within 30000 ms");
    }

    @Test
    void answerThatComesTooLateIsDropped() {
        CompletableFuture<String> call = sock.requestAsync("greet", "Ann", String.class, Duration.ofSeconds(1))
                .toCompletableFuture();
        fixture.scheduler.advance(Duration.ofSeconds(1));
        peer.says("R000000000003\"x\"");
        assertThat(fixture.failureOf(call)).isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void answeredCallLeavesNoTimerBehind() {
        int before = fixture.scheduler.pending();
        sendGreeting();
        peer.says("R000000000003\"x\"");
        assertThat(fixture.scheduler.pending()).isEqualTo(before);
    }

    @Test
    @Conforms("lost-connection")
    void callThatWasSentMayHaveRunWhenTheConnectionEnds() {
        CompletableFuture<String> call = greet();
        peer.vanishes(1006);
        assertThat(fixture.failureOf(call))
                .asInstanceOf(InstanceOfAssertFactories.type(SockClosedException.class))
                .matches(SockClosedException::mayHaveRun)
                .matches(closed -> closed.reason().code() == CloseReason.Code.ABNORMAL);
    }

    @Test
    @Conforms("lost-connection")
    void callThatStillWaitedInTheOutboxHasNotRunWhenTheConnectionEnds() {
        peer.stopsReading();
        sock.notify("first", "in flight");
        CompletableFuture<String> call = greet();
        peer.vanishes(1006);
        assertThat(fixture.failureOf(call))
                .asInstanceOf(InstanceOfAssertFactories.type(SockClosedException.class))
                .matches(closed -> !closed.mayHaveRun());
    }

    @Test
    void callOnAClosedConnectionFailsAtOnce() {
        sock.close();
        assertThat(fixture.failureOf(greet()))
                .asInstanceOf(InstanceOfAssertFactories.type(SockClosedException.class))
                .matches(closed -> !closed.mayHaveRun());
    }

    @Test
    void callThatFindsTheOutboxFullFailsAtOnce() {
        peer.stopsReading();
        sock.notify("fill", "x".repeat(900));
        assertThat(fixture.failureOf(sock.requestAsync("greet", "y".repeat(900), String.class)
                        .toCompletableFuture()))
                .isInstanceOf(OutboxFullException.class)
                .hasMessage("outbound queue is full: 918 bytes, the limit is 1000");
    }

    @Test
    void callPastTheLimitOfUnansweredOnesFailsAtOnceAndIsNotSent() {
        EngineFixture strict =
                new EngineFixture(Limits.builder().maxPendingRequests(1).build());
        Sock limited = strict.connected(peer);
        assertThat(limited.requestAsync("greet", "Ann", String.class).toCompletableFuture())
                .isNotDone();
        peer.hears();
        CompletableFuture<String> second =
                limited.requestAsync("greet", "Bob", String.class).toCompletableFuture();
        strict.executor.runAll();
        assertThat(second)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("too many pending requests, the limit is 1");
        assertThat(peer.hears()).isEmpty();
    }

    @Test
    void waitingOnAThreadThatReadsIsRefused() {
        AtomicReference<Throwable> refusal = new AtomicReference<>();
        CompletableFuture<byte[]> unwaited = new CompletableFuture<>();
        Sock other = new EngineFixture().connected(new RawPeer());
        RawPeer onReading = new RawPeer() {
            @Override
            public void pauseReading() {
                try {
                    other.request("greet", "Ann");
                } catch (IllegalStateException e) {
                    refusal.set(e);
                }
            }
        };
        EngineFixture strict = new EngineFixture(
                Limits.builder().maxWaitingRequests(1).maxConcurrentRequests(1).build());
        strict.application.handlers().handleBuffer("op", (from, name, payload) -> unwaited);
        strict.connected(onReading);
        onReading.says("r0001002op00000000");
        assertThat(refusal.get()).hasMessageContaining("request must not wait").hasMessageContaining("requestAsync");
    }

    @Test
    void interruptedWaitEndsWithItsFlagSet() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sock.request("greet", "Ann", String.class))
                .isInstanceOf(WaitInterruptedException.class)
                .hasMessageContaining("greet");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void namesOfTheProtocolItselfAreReserved() {
        assertThatThrownBy(() -> sock.requestAsync("$gotalk/x", "", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reserved");
    }

    @Test
    @Conforms("any-payload")
    void bytesAreSentAndReceivedAsTheyAre() {
        CompletableFuture<byte[]> call =
                sock.requestAsync("raw", "{".getBytes(UTF_8), byte[].class).toCompletableFuture();
        assertThat(peer.hears()).isEqualTo("r0000003raw00000001{");
        peer.says("R000000000001}");
        fixture.executor.runAll();
        assertThat(call.join()).asString(UTF_8).isEqualTo("}");
    }

    /** Time passes, in which the peer shows that it lives. */
    private void keepAliveFor(Duration span) {
        for (Duration left = span; left.compareTo(Duration.ZERO) > 0; left = left.minusSeconds(1)) {
            peer.says("h000000000000");
            fixture.scheduler.advance(Duration.ofSeconds(1));
        }
        assertThat(span).isLessThan(MINUTE);
    }
}
