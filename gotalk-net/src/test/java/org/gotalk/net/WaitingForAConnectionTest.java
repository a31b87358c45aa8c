package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.Limits;
import org.gotalk.OutboxFullException;
import org.gotalk.PayloadException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.SockClosedException;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What is sent while there is no connection. */
class WaitingForAConnectionTest {

    private final ReconnectFixture fixture = new ReconnectFixture();

    @Test
    void whatWaitedGoesOutInItsOrderOnceThereIsAConnection() {
        CompletionStage<String> first = fixture.sock.requestAsync("first", 1, String.class);
        fixture.sock.notify("second", 2);
        assertThat(fixture.sock.tryNotify("third", 3)).isTrue();
        CompletionStage<String> fourth = fixture.sock.requestAsync("fourth", 4, String.class);
        fixture.refuses();
        RawPeer peer = fixture.acceptsNext();
        assertThat(peer.hears())
                .isEqualTo("r0000005first000000011n006second000000012n005third000000013r0001006fourth000000014");
        peer.says("R000000000004\"ok\"R000100000003\"4\"");
        fixture.executor.runAll();
        assertThat(first.toCompletableFuture()).isCompletedWithValue("ok");
        assertThat(fourth.toCompletableFuture()).isCompletedWithValue("4");
    }

    @Test
    void withAConnectionThatTakesThemMessagesGoStraightToIt() {
        RawPeer peer = fixture.accepts();
        CompletionStage<String> answer = fixture.sock.requestAsync("echo", 1, String.class);
        fixture.sock.notify("note", 2);
        assertThat(peer.hears()).isEqualTo("r0000004echo000000011n004note000000012");
        peer.says("R000000000003\"1\"");
        fixture.executor.runAll();
        assertThat(answer.toCompletableFuture()).isCompletedWithValue("1");
    }

    @Test
    void aRequestThatTimesOutWithoutAConnectionSaysItWasNotSent() {
        CompletionStage<String> call = fixture.sock.requestAsync("late", 1, String.class, Duration.ofSeconds(3));
        fixture.scheduler.advance(Duration.ofMillis(2999));
        assertThat(call.toCompletableFuture()).isNotDone();
        fixture.scheduler.advance(Duration.ofMillis(1));
        assertThat(fixture.failureOf(call))
                .isInstanceOf(RequestTimeoutException.class)
                .hasMessage("no connection for \"late\" within 3000 ms; nothing was sent, it is safe to repeat");
        assertThat(fixture.accepts().hears()).isEmpty();
    }

    @Test
    void theTimeOfARequestRunsOnWhileItWaitsAndAfterwards() {
        CompletionStage<String> call = fixture.sock.requestAsync("slow", 1, String.class, Duration.ofSeconds(3));
        fixture.scheduler.advance(Duration.ofSeconds(2));
        RawPeer peer = fixture.accepts();
        assertThat(peer.hears()).isEqualTo("r0000004slow000000011");
        fixture.scheduler.advance(Duration.ofMillis(999));
        assertThat(call.toCompletableFuture()).isNotDone();
        fixture.scheduler.advance(Duration.ofMillis(1));
        assertThat(fixture.failureOf(call))
                .hasMessage("no result of \"slow\" within 3000 ms")
                .isInstanceOfSatisfying(
                        RequestTimeoutException.class,
                        timeout -> assertThat(timeout.mayHaveRun()).isTrue());
    }

    @Test
    void aRequestWithoutATimeLimitWaitsForEver() {
        CompletionStage<String> call = fixture.sock.requestAsync("patient", 1, String.class, Duration.ZERO);
        fixture.refuses();
        for (int i = 0; i < 100; i++) {
            fixture.untilNextAttempt();
            fixture.refuses();
        }
        assertThat(call.toCompletableFuture()).isNotDone();
        assertThat(fixture.acceptsNext().hears()).isEqualTo("r0000007patient000000011");
    }

    @Test
    void aRequestThatWasSentOrFailedLeavesNoTimerBehind() {
        int before = fixture.scheduler.pending();
        CompletionStage<String> sent = fixture.sock.requestAsync("sent", 1, String.class);
        CompletionStage<String> late = fixture.sock.requestAsync("late", 1, String.class, Duration.ofMillis(1));
        fixture.scheduler.advance(Duration.ofMillis(1));
        assertThat(fixture.failureOf(late)).isInstanceOf(RequestTimeoutException.class);
        fixture.accepts().says("R000000000003\"1\"");
        fixture.executor.runAll();
        assertThat(sent.toCompletableFuture()).isCompleted();
        fixture.scheduler.advance(Duration.ofMillis(10));
        assertThat(fixture.scheduler.pending()).isEqualTo(before);
    }

    @Test
    void pastTheBoundRequestsFailAtOnceAndNotificationsAreNotTaken() {
        ReconnectFixture strict = new ReconnectFixture(options -> options.waiting(2, 1000));
        strict.sock.notify("a", 1);
        strict.sock.notify("b", 2);
        assertThat(strict.failureOf(strict.sock.requestAsync("c", 3, String.class)))
                .isInstanceOf(OutboxFullException.class)
                .hasMessageContaining("too many messages wait for a connection: 2 messages");
        assertThatThrownBy(() -> strict.sock.request("c", 3)).isInstanceOf(OutboxFullException.class);
        assertThat(strict.sock.tryNotify("c", 3)).isFalse();
        assertThat(strict.accepts().hears()).isEqualTo("n001a000000011n001b000000012");
        assertThat(strict.sock.tryNotify("c", 3)).isTrue();
    }

    @Test
    void pastTheBoundInBytesTheSameHolds() {
        ReconnectFixture strict = new ReconnectFixture(options -> options.waiting(100, 100));
        assertThat(strict.sock.tryNotify("a", new byte[60])).isTrue();
        assertThat(strict.sock.tryNotify("b", new byte[60])).isFalse();
        assertThat(strict.sock.tryNotify("c", new byte[10])).isTrue();
        strict.ends(strict.accepts(), 1006);
        assertThat(strict.sock.tryNotify("d", new byte[60])).isTrue();
        assertThat(strict.sock.tryNotify("e", new byte[60])).isFalse();
    }

    @Test
    void aMessageLargerThanTheBoundWaitsAlone() {
        ReconnectFixture strict = new ReconnectFixture(options -> options.waiting(100, 100));
        assertThat(strict.sock.tryNotify("a", new byte[1000])).isTrue();
        assertThat(strict.sock.tryNotify("b", new byte[1])).isFalse();
    }

    @Test
    void whereNothingMayWaitEverythingNeedsAConnection() {
        ReconnectFixture strict = new ReconnectFixture(options -> options.waiting(0, 100));
        assertThat(strict.sock.tryNotify("a", 1)).isFalse();
        assertThat(strict.failureOf(strict.sock.requestAsync("b", 1, String.class)))
                .isInstanceOf(OutboxFullException.class);
        RawPeer peer = strict.accepts();
        assertThat(strict.sock.tryNotify("a", 1)).isTrue();
        assertThat(peer.hears()).isEqualTo("n001a000000011");
    }

    @Test
    void aRequestThatIsLateGivesItsPlaceToAnother() {
        ReconnectFixture strict = new ReconnectFixture(options -> options.waiting(1, 100));
        CompletionStage<String> call = strict.sock.requestAsync("a", 1, String.class, Duration.ofSeconds(1));
        assertThat(strict.sock.tryNotify("b", 1)).isFalse();
        strict.scheduler.advance(Duration.ofSeconds(1));
        assertThat(strict.failureOf(call)).isInstanceOf(RequestTimeoutException.class);
        assertThat(strict.sock.tryNotify("b", 1)).isTrue();
    }

    @Test
    void aConnectionWithoutRoomGetsTheRestInOrderAsItReads() {
        ReconnectFixture narrow =
                new ReconnectFixture(Limits.builder().maxOutbound(100).build(), options -> options);
        RawPeer peer = new RawPeer();
        for (int i = 0; i < 5; i++) {
            narrow.sock.notify("n" + i, new byte[50]);
        }
        CompletionStage<String> call = narrow.sock.requestAsync("r", new byte[50], String.class);
        peer.stopsReading();
        narrow.accepts(peer);
        assertThat(narrow.sock.tryNotify("last", 1)).isTrue();
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            peer.readsAgain();
            narrow.scheduler.advance(Duration.ofMillis(20));
            heard.append(peer.hears());
        }
        assertThat(heard.toString().replace("\0", ""))
                .isEqualTo("n002n000000032n002n100000032n002n200000032n002n300000032n002n400000032"
                        + "r0000001r00000032n004last000000011");
        assertThat(call.toCompletableFuture()).isNotDone();
    }

    @Test
    void streamsDoNotWait() {
        assertThatThrownBy(() -> fixture.sock.streamRequest("upload"))
                .isInstanceOf(SockClosedException.class)
                .hasMessageContaining("no connection at present");
        assertThatThrownBy(() -> fixture.sock.requestParts("list", 1))
                .isInstanceOf(SockClosedException.class)
                .hasMessageContaining("no connection at present");
        fixture.refuses();
        assertThatThrownBy(() -> fixture.sock.streamRequest("upload"))
                .hasMessageContaining("cannot connect to tcp://test:1: refused");
        fixture.ends(fixture.acceptsNext(), 1012);
        assertThatThrownBy(() -> fixture.sock.streamRequest("upload"))
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        absent -> assertThat(absent.reason().code()).isEqualTo(CloseReason.Code.GOING_AWAY));
    }

    @Test
    void whatCanNeverBeSentIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> fixture.sock.requestAsync("", 1, String.class));
        assertThatIllegalArgumentException().isThrownBy(() -> fixture.sock.notify("$gotalk/x", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> fixture.sock.tryNotify("nan", Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.sock.requestAsync("op", 1, String.class, Duration.ofMillis(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.sock.tryNotify(new EncodedNotification() {
                    @Override
                    public String name() {
                        return "foreign";
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                }));
    }

    @Test
    void aNotificationEncodedBeforeAConnectionIsTakenByAll() {
        EncodedNotification encoded = fixture.sock.encode("note", 1);
        assertThat(fixture.sock.tryNotify(encoded)).isTrue();
        RawPeer peer = fixture.accepts();
        assertThat(fixture.sock.tryNotify(encoded)).isTrue();
        assertThat(peer.hears()).isEqualTo("n004note000000011n004note000000011");
    }

    @Test
    void anAnswerThatIsOfNoUseFailsTheRequestAsItDoesElsewhere() {
        CompletableFuture<String> call =
                fixture.sock.requestAsync("op", 1, String.class).toCompletableFuture();
        fixture.accepts().says("R000000000001{");
        assertThat(fixture.failureOf(call)).isInstanceOf(PayloadException.class);
    }
}
