package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.RequestTimeoutException;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.gotalk.servers.KitBean.Order;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests and notifications, both ways. */
@ExtendWith(Recorded.class)
class OperationsIT {

    private static final long LONGEST_SECONDS = 30;

    @RegisterExtension
    static final KitApplication APPLICATION = new KitApplication();

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final Handlers handlers = Handlers.create()
            .handle("answer", String.class, question -> question + "!")
            .handleNotification("noted", String.class, (peer, text) -> heard.add(text))
            .handleNotification("told", String.class, (peer, text) -> heard.add(text));

    @AutoClose
    private final Sock sock = APPLICATION.connect(ConnectOptions.defaults().handlers(handlers));

    @BeforeEach
    void isOpen() {
        assertThat(sock.isOpen()).isTrue();
    }

    @Test
    void aValueIsDecodedAndEncoded() {
        assertThat(sock.request("order", new Order("tea", 2, 1.5), Order.class)).isEqualTo(new Order("tea", 3, 1.5));
    }

    @Test
    void largeBytesComeBackAsTheyWere() {
        byte[] large = new byte[1 << 20];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        assertThat(sock.request("echo", large, byte[].class)).isEqualTo(large);
    }

    @Test
    void manyRequestsAtOnceAreAllAnswered() throws Exception {
        List<CompletableFuture<Order>> answers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            answers.add(sock.requestAsync("order", new Order("tea", i, 0), Order.class)
                    .toCompletableFuture());
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(answers.get(i).get(LONGEST_SECONDS, TimeUnit.SECONDS).count())
                    .isEqualTo(i + 1);
        }
    }

    @Test
    void requestsThatWaitDoNotHoldUpOthers() throws Exception {
        List<CompletableFuture<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            waiting.add(sock.requestAsync("hold", "", String.class).toCompletableFuture());
        }
        sock.request("let go", "");
        for (CompletableFuture<String> each : waiting) {
            assertThat(each.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo("let go");
        }
    }

    @Test
    void aRefusalHasItsTextAndCode() {
        assertThatThrownBy(() -> sock.request("fail", "not today", String.class))
                .isInstanceOfSatisfying(
                        OperationException.class, e -> assertThat(e.code()).hasValue("refused-here"))
                .hasMessage("not today");
    }

    @Test
    void anOperationThatIsMissingIsNamed() {
        assertThatThrownBy(() -> sock.request("missing", "", String.class)).hasMessage("unknown operation \"missing\"");
    }

    @Test
    void whatNobodyMayDoIsRefused() {
        assertThatThrownBy(() -> sock.request("secret", "", String.class)).hasMessageStartingWith("not allowed");
    }

    @Test
    void theServerAsksItsClient() {
        assertThat(sock.request("ask back", "well", String.class)).isEqualTo("well!");
    }

    @Test
    void handlersHaveTheClassLoaderOfTheirApplication() {
        assertThat(sock.request("finds classes", "", Boolean.class)).isTrue();
    }

    @Test
    void notificationsGoBothWays() throws Exception {
        sock.notify("note", "hello");
        assertThat(heard.poll(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo("hello");
    }

    @Test
    void aBroadcastReachesEverybody() throws Exception {
        try (Sock other = APPLICATION.connect()) {
            assertThat(other.request("tell", "news", Integer.class)).isGreaterThanOrEqualTo(2);
        }
        assertThat(heard.poll(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo("news");
    }

    @Test
    void aHandlerLearnsThatItsCallerGaveUp() throws Exception {
        assertThatThrownBy(() -> sock.request("wait for cancel", "", String.class, Duration.ofMillis(300)))
                .isInstanceOf(RequestTimeoutException.class);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!sock.request("was cancelled", "", Boolean.class)) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }
}
