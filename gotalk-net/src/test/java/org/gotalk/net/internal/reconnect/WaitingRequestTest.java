package org.gotalk.net.internal.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.OutboxFullException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.net.internal.reconnect.WaitingMessage.Sent;
import org.gotalk.test.internal.ManualScheduler;
import org.junit.jupiter.api.Test;

/** The time of a request, where it is over just when a connection is asked. */
class WaitingRequestTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final ReconnectingSender outgoing =
            new ReconnectingSender(new OfflineBuffer(10, 1000), scheduler, () -> {});

    @Test
    void aRequestThatIsLateIsNotSentThoughItsTimerHasNotRun() {
        WaitingRequest request = new WaitingRequest(outgoing, "op", new byte[0], SECOND, Runnable::run);
        scheduler.advance(SECOND);
        assertThat(request.sendOn(Fakes.connection())).isEqualTo(Sent.YES);
        assertLate(request.send());
    }

    @Test
    void aRequestThatWaitsIsSentInTheContextOfItsCaller() {
        AtomicBoolean isInContext = new AtomicBoolean();
        List<Boolean> sent = new ArrayList<>();
        Executor context = task -> {
            isInContext.set(true);
            task.run();
            isInContext.set(false);
        };
        var unused = new WaitingRequest(outgoing, "op", new byte[0], SECOND, context).send();
        outgoing.opened(Fakes.connection((proxy, method, arguments) -> {
            sent.add(isInContext.get());
            return new CompletableFuture<byte[]>();
        }));
        assertThat(sent).containsExactly(true);
    }

    @Test
    void aRequestThatComesBackAfterItsDeadlineFails() {
        WaitingRequest request = new WaitingRequest(outgoing, "op", new byte[0], SECOND, Runnable::run);
        CompletableFuture<byte[]> answer = request.send();
        EngineSock busy = Fakes.connection((proxy, method, arguments) -> {
            scheduler.advance(SECOND);
            return CompletableFuture.failedFuture(OutboxFullException.ofRequests(1));
        });
        assertThat(answer).isNotDone();
        outgoing.opened(busy);
        assertLate(answer);
        assertThat(outgoing.somethingWaits()).isFalse();
    }

    @Test
    void aConnectionIsGivenWhatIsLeftOfTheTime() {
        WaitingRequest request = new WaitingRequest(outgoing, "op", new byte[0], SECOND, Runnable::run);
        scheduler.advance(Duration.ofMillis(300));
        CompletableFuture<Object> given = new CompletableFuture<>();
        assertThat(request.sendOn(Fakes.connection((proxy, method, arguments) -> {
                    given.complete(arguments[2]);
                    return new CompletableFuture<byte[]>();
                })))
                .isEqualTo(Sent.YES);
        assertThat(given).isCompletedWithValue(Duration.ofMillis(700));
    }

    private static void assertLate(CompletableFuture<byte[]> answer) {
        assertThat(answer)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        RequestTimeoutException.class,
                        late -> assertThat(late.mayHaveRun()).isFalse());
    }
}
