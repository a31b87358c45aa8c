package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.ConnectFailedException;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers that find each other by address. */
class GotalkTest {

    @AutoClose
    private final Gotalk server = Gotalk.serving(Handlers.create()
            .handle("greet", String.class, name -> "Hello " + name)
            .handle("echo", byte[].class, bytes -> bytes));

    @AutoClose
    private final Gotalk client = Gotalk.create();

    @Test
    void aClientReachesAServerOverTcp() throws Exception {
        Listener listener = server.listen("tcp://localhost:0");
        Sock sock = client.connect(listener.address().toString());
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        assertThat(listener.connections()).isOne();
    }

    @Test
    void aClientReachesAServerOverAUnixSocket(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("socket");
        Listener listener = server.listen("unix:" + file);
        Sock sock = client.connect("unix:" + file);
        assertThat(sock.request("greet", "Ann", String.class)).isEqualTo("Hello Ann");
        listener.close();
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void largePayloadsComeThroughBothWays() throws Exception {
        Sock sock = client.connect(server.listen("tcp://localhost:0").address().toString());
        byte[] large = new byte[1 << 20];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        assertThat(sock.request("echo", large, byte[].class)).isEqualTo(large);
    }

    @Test
    void theEndOfOneSideIsTheEndOfTheOther() throws Exception {
        Listener listener = server.listen("tcp://localhost:0");
        Sock sock = client.connect(listener.address().toString());
        server.close();
        CloseReason reason = sock.closed().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(reason.isClean()).isTrue();
    }

    @Test
    void twoInOneProcessAskEachOtherThroughMemory() throws Exception {
        server.pipe(server).close(); // even itself
        Handlers shop = Handlers.create()
                .handle(
                        "order",
                        String.class,
                        (peer, what) -> what + " for " + peer.request("price", what, Integer.class));
        Handlers customer = Handlers.create().handle("price", String.class, what -> what.length());
        try (Gotalk one = Gotalk.serving(shop);
                Gotalk other = Gotalk.serving(customer)) {
            assertThat(other.pipe(one).request("order", "tea", String.class)).isEqualTo("tea for 3");
        }
    }

    @Test
    void theEndOfOneSideIsTheEndOfTheOtherThroughMemory() throws Exception {
        Sock sock = client.pipe(server);
        sock.request("greet", "Ann", String.class);
        server.close();
        CloseReason reason = sock.closed().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(reason.isClean()).isTrue();
    }

    @Test
    void whoWasClosedIsNotReachedThroughMemoryEither() {
        server.close();
        assertThatThrownBy(() -> client.pipe(server)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> server.pipe(client)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whereNobodyListensTheAddressIsNamed() throws Exception {
        Listener listener = server.listen("tcp://localhost:0");
        String address = listener.address().toString();
        listener.close();
        assertThatThrownBy(() -> client.connect(address))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("cannot connect to " + address + ": Connection refused");
    }

    @Test
    void aThousandConnectionsAreServedByAFewThreads() throws Exception {
        String address = server.listen("tcp://localhost:0").address().toString();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        int before = Thread.activeCount();
        for (int i = 0; i < 1000; i++) {
            Sock sock = client.connect(address);
            answers.add(sock.requestAsync("greet", "" + i, String.class).toCompletableFuture());
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(answers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo("Hello " + i);
        }
        assertThat(Thread.activeCount() - before).isLessThan(600);
    }
}
