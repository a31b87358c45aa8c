package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections that stay, over a real network, while their server stops and starts again. */
@Timeout(60)
class StayConnectedTest {

    private static final ReconnectOptions QUICK =
            ReconnectOptions.defaults().delays(Duration.ofMillis(10), Duration.ofMillis(50));
    private static final Duration LONG = Duration.ofSeconds(30);

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Handlers offered = Handlers.create()
            .handle("greet", String.class, name -> "Hello " + name)
            .handleNotification("say", String.class, said::add);

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private Gotalk server = Gotalk.serving(offered);
    private ListenOptions listening = ListenOptions.defaults();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aRequestWaitsUntilTheServerIsBackOverTcp() throws Exception {
        waitsUntilTheServerIsBack(listen("tcp://localhost:0"), ConnectOptions.defaults());
    }

    @Test
    void aRequestWaitsUntilTheServerIsBackOverTls() throws Exception {
        Tls trusting = Tls.defaults().trust(Certificates.authority());
        listening =
                listening.tls(Tls.defaults().identity(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD));
        waitsUntilTheServerIsBack(
                listen("tls://localhost:0"), ConnectOptions.defaults().tls(trusting));
    }

    @Test
    void aRequestWaitsUntilTheServerIsBackOverAUnixSocket(@TempDir Path folder) throws Exception {
        waitsUntilTheServerIsBack(listen("unix:" + folder.resolve("socket")), ConnectOptions.defaults());
    }

    private void waitsUntilTheServerIsBack(String address, ConnectOptions options) throws Exception {
        ReconnectingSock sock = client.stayConnected(address, QUICK.connect(options));
        assertThat(sock.request("greet", "Ann", String.class, LONG)).isEqualTo("Hello Ann");
        Sock first = sock.connection().toCompletableFuture().get(10, TimeUnit.SECONDS);
        server.close();
        first.closed().toCompletableFuture().get(10, TimeUnit.SECONDS);
        CompletableFuture<String> waits =
                CompletableFuture.supplyAsync(() -> sock.request("greet", "Bob", String.class, LONG));
        sock.notify("say", "one");
        sock.notify("say", "two");
        startAgain(address);
        assertThat(waits.get(30, TimeUnit.SECONDS)).isEqualTo("Hello Bob");
        assertThat(heard(2)).containsExactly("one", "two");
        assertThat(sock.connection().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isNotSameAs(first);
    }

    @Test
    void theSetUpIsThereForEachConnection() throws Exception {
        offered.handle("sign in", String.class, name -> said.add(name));
        String address = listen("tcp://localhost:0");
        ReconnectingSock sock = client.stayConnected(
                address, QUICK.setup(connection -> connection.request("sign in", "Ann", Boolean.class)));
        assertThat(sock.request("greet", "Ann", String.class, LONG)).isEqualTo("Hello Ann");
        assertThat(said).containsExactly("Ann");
        server.close();
        startAgain(address);
        assertThat(heard(2)).containsExactly("Ann", "Ann");
    }

    @Test
    void aSetUpMayWaitForWhatThePeerSaysOfItself() throws Exception {
        offered.handle("hello", String.class, (peer, name) -> {
            peer.notify("welcome", name);
            return true;
        });
        CompletableFuture<String> welcomed = new CompletableFuture<>();
        AtomicInteger runs = new AtomicInteger();
        Handlers own = Handlers.create().handleNotification("welcome", String.class, welcomed::complete);
        ReconnectingSock sock = client.stayConnected(
                listen("tcp://localhost:0"),
                QUICK.connect(ConnectOptions.defaults().handlers(own)).setup(connection -> {
                    runs.incrementAndGet();
                    connection.request("hello", "Ann");
                    welcomed.get(10, TimeUnit.SECONDS);
                }));
        assertThat(sock.request("greet", "Ann", String.class, LONG)).isEqualTo("Hello Ann");
        assertThat(welcomed).isCompletedWithValue("Ann");
        assertThat(runs).hasValue(1);
    }

    @Test
    void duringARestartRequestsAreAnsweredOrSayThatTheyMayHaveRun() throws Exception {
        String address = listen("tcp://localhost:0");
        ReconnectingSock sock = client.stayConnected(address, QUICK.waiting(100_000, 1 << 30));
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 200; i++) {
                calls.add(sock.requestAsync("greet", "" + calls.size(), String.class, LONG)
                        .toCompletableFuture());
            }
            if (round % 3 == 1) {
                server.close();
                startAgain(address);
            }
        }
        int answered = 0;
        for (int i = 0; i < calls.size(); i++) {
            Throwable failure =
                    calls.get(i).<Throwable>handle((answer, thrown) -> thrown).get(30, TimeUnit.SECONDS);
            if (failure == null) {
                assertThat(calls.get(i).join()).isEqualTo("Hello " + i);
                answered++;
            } else {
                assertThat(failure.getCause())
                        .isInstanceOfSatisfying(
                                SockClosedException.class,
                                lost -> assertThat(lost.mayHaveRun()).isTrue());
            }
        }
        assertThat(answered).isGreaterThan(200);
    }

    @Test
    void notificationsOfOneThreadKeepTheirOrderWhileTheyWaitForRoom() throws Exception {
        String address = listen("tcp://localhost:0");
        server.close();
        ReconnectingSock sock = client.stayConnected(address, QUICK.waiting(3, 1000));
        List<String> expected = new ArrayList<>();
        CompletableFuture<Void> talking = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                sock.notify("say", "n" + i);
            }
        });
        for (int i = 0; i < 100; i++) {
            expected.add("n" + i);
        }
        startAgain(address);
        talking.get(30, TimeUnit.SECONDS);
        assertThat(heard(100)).isEqualTo(expected);
    }

    @Test
    void whereNothingMayWaitThreadsThatNotifyWaitThemselves() throws Exception {
        String address = listen("tcp://localhost:0");
        server.close();
        ReconnectingSock sock = client.stayConnected(address, QUICK.waiting(0, 1));
        CompletableFuture<Void> talking = CompletableFuture.runAsync(() -> sock.notify("say", "hello"));
        startAgain(address);
        talking.get(30, TimeUnit.SECONDS);
        assertThat(heard(1)).containsExactly("hello");
    }

    @Test
    void whoDrainsAllLetsThoseThatStayHaveTheirAnswers() throws Exception {
        CompletableFuture<String> slow = new CompletableFuture<>();
        offered.handle("slow", String.class, name -> said.add(name) ? slow.get() : "");
        ReconnectingSock sock = client.stayConnected(listen("tcp://localhost:0"), QUICK);
        CompletableFuture<String> answer =
                sock.requestAsync("slow", "asked", String.class, LONG).toCompletableFuture();
        assertThat(heard(1)).containsExactly("asked");
        CompletableFuture<Void> drained = client.drain(LONG).toCompletableFuture();
        slow.complete("answered");
        assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("answered");
        drained.get(30, TimeUnit.SECONDS);
        assertThat(sock.closed().toCompletableFuture()).isCompleted();
    }

    @Test
    void whoClosesAllClosesThoseThatStay() throws Exception {
        ReconnectingSock connected = client.stayConnected(listen("tcp://localhost:0"), QUICK);
        connected.request("greet", "Ann", String.class, LONG);
        ReconnectingSock away = client.stayConnected("unix:/nowhere/at/all", QUICK);
        CompletableFuture<String> waits =
                away.requestAsync("greet", "Ann", String.class, LONG).toCompletableFuture();
        client.close();
        assertThat(connected.closed().toCompletableFuture())
                .isCompletedWithValueMatching(reason -> reason.code() == CloseReason.Code.GOING_AWAY);
        assertThat(away.closed().toCompletableFuture()).isCompleted();
        assertThat(waits).failsWithin(LONG);
        assertThat(away.requestAsync("greet", "Ann", String.class).toCompletableFuture())
                .failsWithin(LONG)
                .withThrowableThat()
                .withCauseInstanceOf(SockClosedException.class);
        assertThatIllegalStateException().isThrownBy(() -> client.stayConnected("tcp://localhost:1"));
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.stayConnected("localhost:1"));
    }

    private List<String> heard(int count) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heard.add(said.poll(30, TimeUnit.SECONDS));
        }
        return heard;
    }

    private String listen(String address) throws IOException {
        return server.listen(address, listening).address().toString();
    }

    private void startAgain(String address) throws IOException {
        server = Gotalk.serving(offered);
        server.listen(address, listening);
    }
}
