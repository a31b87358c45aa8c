package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.internal.transport.Pipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Gotalk beside others that carry connections for the same engine, and the order in which all of them end. */
@Timeout(60)
class SharedEngineTest {

    private static final long LONGEST_SECONDS = 20;
    private static final Duration GRACE = Duration.ofSeconds(LONGEST_SECONDS);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Handlers offered = Handlers.create().handle("greet", String.class, name -> "Hello " + name);
    private final Engine engine = new EngineBuilder(() -> offered)
            .executor(executor)
            .scheduler(new SystemScheduler(timer))
            .build();
    private final List<Thread> made = new CopyOnWriteArrayList<>();

    private final Gotalk gotalk = Gotalk.on(engine, task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        made.add(thread);
        return thread;
    });

    @AutoClose
    private final Gotalk elsewhere = Gotalk.serving(Handlers.create().handle("price", String.class, name -> 7));

    @AutoClose
    private final Gotalk client = Gotalk.create();

    @AfterEach
    void endAll() {
        gotalk.close();
        timer.shutdownNow();
        executor.shutdownNow();
    }

    @Test
    void itServesWhatTheEngineServesOnTheThreadsThatItIsGiven() throws Exception {
        Sock sock = client.connect(address(gotalk));

        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        assertThat(engine.connections()).isOne();
        assertThat(made).isNotEmpty().extracting(Thread::getName).allMatch(name -> name.startsWith("gotalk-sockets-"));
    }

    @Test
    void itsEndIsTheEndOfItsThreadsAndOfNobodyElses() throws Exception {
        Sock unused = client.connect(address(gotalk));

        gotalk.close();

        assertThat(made).noneMatch(Thread::isAlive);
        assertThat(executor.isShutdown()).isFalse();
        assertThat(timer.isShutdown()).isFalse();
    }

    @Test
    void whatIsUnderWayForAPeerMayUseConnectionsToOthersUntilItIsDone() throws Exception {
        Sock prices = gotalk.connect(address(elsewhere));
        ReconnectingSock same = gotalk.stayConnected(address(elsewhere));
        same.connection().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        offered.handle("sum", String.class, what -> {
            begun.countDown();
            goOn.await();
            return prices.request("price", what, int.class) + same.request("price", what, int.class);
        });
        Sock sock = client.connect(address(gotalk));
        CompletableFuture<Integer> sum =
                sock.requestAsync("sum", "tea", int.class).toCompletableFuture();
        begun.await();

        CompletableFuture<Void> drained = gotalk.drain(GRACE).toCompletableFuture();
        goOn.countDown();

        assertThat(sum.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo(14);
        drained.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(prices.isOpen()).isFalse();
        assertThat(same.state()).isInstanceOf(ConnectionState.Closed.class);
        assertThat(engine.connections()).isZero();
    }

    @Test
    void connectionsThatOthersCarryEndWithIt() throws Exception {
        Pipe pipe = Pipe.on(executor);
        Sock carried = engine.connect(pipe.left(), Peer.at("by others"));
        Engine other = new EngineBuilder(Handlers::create)
                .executor(executor)
                .scheduler(new SystemScheduler(timer))
                .build();
        Sock unused = other.connect(pipe.right(), Peer.at("engine"));

        gotalk.drain(GRACE).toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);

        assertThat(carried.isOpen()).isFalse();
    }

    @Test
    void itTellsWhereItListens() throws Exception {
        Listener first = gotalk.listen("tcp://localhost:0");
        Listener second = gotalk.listen("tcp://localhost:0");
        assertThat(gotalk.listeners()).containsExactly(first, second);
        assertThat(first.address().getPort()).isPositive();

        first.close();

        assertThat(gotalk.listeners()).containsExactly(second);
    }

    @Test
    void aHostThatIsNotThereCannotBeListenedAt() {
        assertThatThrownBy(() -> gotalk.listen("tcp://no-such-host.invalid:0"))
                .isInstanceOf(IOException.class)
                .hasMessage("unknown host \"no-such-host.invalid\"");
    }

    private static String address(Gotalk server) throws IOException {
        return server.listen("tcp://localhost:0").address().toString();
    }
}
