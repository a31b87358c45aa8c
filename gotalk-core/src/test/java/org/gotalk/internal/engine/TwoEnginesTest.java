package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.conformance.Conforms;
import org.junit.jupiter.api.Test;

/** Two engines that talk over a pipe, with real threads. */
class TwoEnginesTest extends EnginePair {

    @Test
    @Conforms("both-ways")
    void eachSideRequestsOfTheOther() {
        clientHandlers.handle("name", String.class, question -> "Ann");
        serverHandlers.handle(
                "greet", String.class, (peer, greeting) -> greeting + " " + peer.request("name", "?", String.class));
        assertThat(connect().request("greet", "Hello", String.class)).isEqualTo("Hello Ann");
    }

    @Test
    @Conforms("error-result")
    void errorOfTheOtherSideIsThrownHere() {
        serverHandlers.handle("refuse", String.class, value -> {
            throw new OperationException("not today");
        });
        assertThatThrownBy(() -> connect().request("refuse", "", String.class))
                .isInstanceOf(OperationException.class)
                .hasMessage("not today");
    }

    @Test
    void handlerThatBlocksHoldsUpNobodyBehindIt() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        serverHandlers
                .handle("block", String.class, value -> release.await(30, TimeUnit.SECONDS))
                .handle("quick", String.class, value -> value);
        Sock sock = connect();
        CompletableFuture<Boolean> blocked =
                sock.requestAsync("block", "", Boolean.class).toCompletableFuture();
        assertThat(sock.request("quick", "hi", String.class)).isEqualTo("hi");
        assertThat(blocked).isNotDone();
        release.countDown();
        assertThat(blocked.join()).isTrue();
    }

    @Test
    void notificationsArriveInTheOrderInWhichTheyWereSent() throws InterruptedException {
        int count = 10_000;
        List<Integer> seen = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(count);
        serverHandlers.handleNotification("count", Integer.class, number -> {
            seen.add(number);
            all.countDown();
        });
        Sock sock = connect();
        for (int i = 0; i < count; i++) {
            sock.notify("count", i);
        }
        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).isEqualTo(IntStream.range(0, count).boxed().toList());
    }

    @Test
    void eachOfManyRequestsGetsItsOwnAnswer() throws InterruptedException {
        int requests = 20_000;
        serverHandlers.handleBuffer("echo", (peer, name, payload) -> CompletableFuture.completedFuture(payload));
        List<Sock> socks = IntStream.range(0, 4).mapToObj(i -> connect()).toList();
        Semaphore inFlight = new Semaphore(256);
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < requests; i++) {
            byte[] question = ByteBuffer.allocate(128).putInt(i).array();
            inFlight.acquire();
            CompletableFuture<?> unused = socks.get(i % socks.size())
                    .requestAsync("echo", question, byte[].class)
                    .whenComplete((answer, failure) -> {
                        if (failure != null || ByteBuffer.wrap(answer).compareTo(ByteBuffer.wrap(question)) != 0) {
                            wrong.add(failure == null ? new String(answer, UTF_8) : failure.toString());
                        }
                        inFlight.release();
                    })
                    .toCompletableFuture();
        }
        assertThat(inFlight.tryAcquire(256, 60, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong).isEmpty();
    }

    @Test
    void requestThatRunsWhenTheOtherSideStopsFails() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        serverHandlers.handleBuffer("hang", (peer, name, payload) -> {
            running.countDown();
            return new CompletableFuture<>();
        });
        CompletableFuture<byte[]> call =
                connect().requestAsync("hang", new byte[0], byte[].class).toCompletableFuture();
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        server.close();
        assertThatThrownBy(call::join).hasMessageContaining("connection closed: GOING_AWAY");
    }
}
