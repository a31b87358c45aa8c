package org.gotalk.reach.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ReconnectOptions;
import org.gotalk.net.ReconnectingSock;
import org.gotalk.net.Resumed;
import org.gotalk.net.SessionMode;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our own client and sessions, over connections that are cut. */
@Timeout(120)
class ReturningPeersTest {

    private static final int MESSAGES = 10_000;
    private static final int MAX_AHEAD = 400;

    private final List<Integer> atServer = new CopyOnWriteArrayList<>();
    private final List<Integer> direct = new CopyOnWriteArrayList<>();
    private final List<Integer> ofRoom = new CopyOnWriteArrayList<>();
    private final List<Resumed> resumed = new CopyOnWriteArrayList<>();
    private final AtomicReference<Sock> peer = new AtomicReference<>();
    private final ReachNode reach = ReachNode.builder().build();
    private final Gotalk server =
            Gotalk.builder().application(reach.around(new Talk())).build();
    private final Gotalk client = Gotalk.builder().build();
    private CuttingProxy proxy;
    private ReconnectingSock sock;

    @BeforeEach
    void connect() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        int port = server.listen("tcp://127.0.0.1:0").address().getPort();
        proxy = new CuttingProxy(new InetSocketAddress(here, port));
        Handlers handlers = Handlers.create();
        handlers.handleNotification("direct", Integer.class, (from, number) -> direct.add(number));
        handlers.handleNotification("said", Integer.class, (from, number) -> ofRoom.add(number));
        sock = client.stayConnected(
                "tcp://127.0.0.1:" + proxy.port(),
                ReconnectOptions.defaults()
                        .connect(ConnectOptions.defaults().handlers(handlers))
                        .delays(Duration.ofMillis(5), Duration.ofMillis(20))
                        .sessions(SessionMode.ALWAYS)
                        .resumed((self, event) -> resumed.add(event)));
        sock.connection().toCompletableFuture().join();
        await(() -> peer.get() != null);
    }

    @AfterEach
    void end() throws Exception {
        sock.close();
        proxy.close();
        client.close();
        server.close();
        reach.close();
    }

    @Test
    void tenThousandMessagesCutAtRandomComeOnceAndInOrder() {
        reach.rooms().join(peer.get(), "one");
        Random random = new Random(7);
        int sentDirectly = 0;
        for (int i = 0; i < MESSAGES; i++) {
            int number = i;
            if (random.nextInt(500) == 0) {
                proxy.cut();
            }
            if (i % 2 == 0) {
                reach.rooms().of("one").notify("said", number / 2);
            } else {
                int next = sentDirectly;
                await(() -> peer.get().tryNotify("direct", next));
                sentDirectly++;
            }
            await(() -> ofRoom.size() + direct.size() > number - MAX_AHEAD);
        }

        await(() -> ofRoom.size() + direct.size() >= MESSAGES);
        assertThat(ofRoom).isEqualTo(numbers(MESSAGES / 2));
        assertThat(direct).isEqualTo(numbers(MESSAGES / 2));
        assertThat(resumed).isNotEmpty().allMatch(Resumed::recovered);
        assertThat(reach.rooms().of("one").count()).isEqualTo(1);
    }

    @Test
    void whatTheClientSendsComesOnceAndInOrder() {
        Random random = new Random(11);
        for (int i = 0; i < MESSAGES / 2; i++) {
            int number = i;
            if (random.nextInt(400) == 0) {
                proxy.cut();
            }
            await(() -> sock.tryNotify("heard", number));
            await(() -> atServer.size() > number - 50);
        }

        await(() -> atServer.size() >= MESSAGES / 2);
        assertThat(atServer).isEqualTo(numbers(MESSAGES / 2));
        assertThat(resumed).isNotEmpty().allMatch(Resumed::recovered);
    }

    @Test
    void whoComesBackIsInItsRooms() {
        reach.rooms().join(peer.get(), "one");
        reach.rooms().join(peer.get(), "two");

        proxy.cut();

        await(() -> resumed.size() == 1);
        assertThat(resumed.get(0).rooms()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void aServerThatHasForgottenIsTold() {
        reach.rooms().join(peer.get(), "one");
        peer.get().close(CloseReason.NORMAL);

        await(() -> resumed.size() == 1);
        assertThat(resumed.get(0).recovered()).isFalse();
        assertThat(resumed.get(0).rooms()).isEmpty();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(
                            "%d of the room, %d direct, %s, %s, %s",
                            ofRoom.size(), direct.size(), resumed, peer, sock.state())
                    .isLessThan(Duration.ofSeconds(30));
            Thread.onSpinWait();
        }
    }

    private final class Talk implements ReachApplication {

        @Override
        public Handlers handlers() {
            Handlers handlers = Handlers.create();
            handlers.handleNotification("heard", Integer.class, (from, number) -> atServer.add(number));
            return handlers;
        }

        @Override
        public void start(Reach started) {}

        @Override
        public void opened(Sock sock) {
            peer.compareAndSet(null, sock);
        }

        /** Before that, what is sent directly is not of the session. */
        @Override
        public void resumed(org.gotalk.reach.Resumed event) {
            peer.set(event.sock());
        }
    }
}
