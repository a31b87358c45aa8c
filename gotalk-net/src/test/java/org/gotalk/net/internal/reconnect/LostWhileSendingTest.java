package org.gotalk.net.internal.reconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.RequestTimeoutException;
import org.gotalk.SockClosedException;
import org.gotalk.internal.engine.EngineSock;
import org.gotalk.test.internal.ManualScheduler;
import org.junit.jupiter.api.Test;

/** Messages whose connection is lost between the moment when they were to go there and the moment when they do. */
class LostWhileSendingTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final ReconnectingSender outgoing =
            new ReconnectingSender(new OfflineBuffer(10, 1000), scheduler, () -> {});
    private final List<String> heard = new ArrayList<>();
    private final EngineSock closing = Fakes.connection((proxy, method, arguments) -> switch (method.getName()) {
        case "isOpen", "tryNotify" -> false;
        default -> throw new SockClosedException(CloseReason.NORMAL, false);
    });
    private final EngineSock next = Fakes.connection((proxy, method, arguments) -> switch (method.getName()) {
        case "request" -> new byte[] {'!'};
        case "requestNow" -> CompletableFuture.completedFuture(new byte[] {'!'});
        case "tryNotify" -> heard.add(((EncodedNotification) arguments[0]).name());
        default -> throw new AssertionError(method + " is not expected");
    });

    @Test
    void aNotificationWaitsForTheNextConnection() {
        outgoing.opened(closing);
        notification("waited for room").send(SECOND);
        assertThat(notification("did not").trySend()).isTrue();
        outgoing.opened(next);
        assertThat(heard).containsExactly("waited for room", "did not");
    }

    @Test
    void soDoesOneThatWasNotToWaitForRoom() {
        outgoing.opened(closing);
        assertThat(notification("note").trySend()).isTrue();
        outgoing.opened(next);
        assertThat(heard).containsExactly("note");
    }

    @Test
    void aRequestGoesToTheNextConnectionThatIsThereMeanwhile() {
        outgoing.opened(Fakes.connection((proxy, method, arguments) -> {
            outgoing.opened(next);
            throw new SockClosedException(CloseReason.NORMAL, false);
        }));
        assertThat(request().call()).containsExactly('!');
    }

    @Test
    void aRequestWaitsForTheNextConnectionOnItsThread() {
        outgoing.opened(closing);
        CompletableFuture<byte[]> call = CompletableFuture.supplyAsync(request()::call);
        outgoing.opened(next);
        assertThat(call).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(new byte[] {'!'});
    }

    @Test
    void aRequestThatMayHaveRunDoesNotGoToTheNextConnection() {
        outgoing.opened(Fakes.connection((proxy, method, arguments) -> {
            outgoing.opened(next);
            throw new SockClosedException(CloseReason.NORMAL, true);
        }));
        assertThatThrownBy(request()::call).isInstanceOf(SockClosedException.class);
    }

    @Test
    void aRequestThatGetsNoAnswerNamesTheWholeTimeThatItWasGiven() {
        WaitingRequest request = request();
        scheduler.advance(Duration.ofMillis(300));
        outgoing.opened(Fakes.connection((proxy, method, arguments) -> {
            throw new RequestTimeoutException("op", (Duration) arguments[3]);
        }));
        assertThatThrownBy(request::call).hasMessage("no result of \"op\" within 1000 ms");
    }

    @Test
    void aRequestThatIsLateBeforeItIsSentFailsAsUnsent() {
        WaitingRequest request = request();
        outgoing.opened(Fakes.connection((proxy, method, arguments) -> {
            scheduler.advance(SECOND);
            throw new SockClosedException(CloseReason.NORMAL, false);
        }));
        assertThatThrownBy(request::call).hasMessageContaining("nothing was sent");
    }

    private WaitingRequest request() {
        return new WaitingRequest(outgoing, "op", new byte[0], SECOND, Runnable::run);
    }

    private WaitingNotification notification(String name) {
        return new WaitingNotification(
                outgoing,
                new EncodedNotification() {
                    @Override
                    public String name() {
                        return name;
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                },
                Runnable::run);
    }
}
