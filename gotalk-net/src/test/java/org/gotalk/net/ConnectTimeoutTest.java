package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.gotalk.ConnectFailedException;
import org.gotalk.Sock;
import org.junit.jupiter.api.Test;

/** What becomes of a connection that nobody answers, or that nobody here has a thread for. */
class ConnectTimeoutTest {

    @Test
    void aPeerThatAcceptsAndSaysNothingIsGivenTheTimeForConnecting() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Gotalk gotalk = Gotalk.create()) {
            String address = "tcp://127.0.0.1:" + silent.getLocalPort();
            ConnectOptions impatient = ConnectOptions.defaults().timeout(Duration.ofMillis(100));
            assertThatThrownBy(() -> gotalk.connect(address, impatient))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining(address)
                    .hasMessageContaining("no protocol version within PT0.1S");
        }
    }

    @Test
    void whereTheExecutorIsFullTheStageFails() {
        Gotalk full = Gotalk.builder()
                .executor(task -> {
                    throw new RejectedExecutionException("no thread is free");
                })
                .build();
        for (String address : new String[] {"tcp://localhost:1", "tls://localhost:1", "ws://localhost:1"}) {
            CompletableFuture<Sock> connecting =
                    full.connectAsync(address, ConnectOptions.defaults()).toCompletableFuture();
            assertThat(connecting)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingRootCause()
                    .withMessage("no thread is free");
        }
        full.close();
    }
}
