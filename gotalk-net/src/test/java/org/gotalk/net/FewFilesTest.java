package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.Sock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A server whose process may open no more files. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
class FewFilesTest {

    private static final int FILES = 120;
    private static final long LONGEST_SECONDS = 60;

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private static ConnectOptions patiently() {
        return ConnectOptions.defaults().timeout(Duration.ofSeconds(LONGEST_SECONDS));
    }

    private static CompletionStage<byte[]> echoed(Sock sock) {
        return sock.requestAsync("echo", new byte[] {2}, byte[].class).whenComplete((answer, failure) -> sock.close());
    }

    @Test
    void servesThoseItHasAndTakesOthersWhenFilesAreFreeAgain() throws Exception {
        String java = System.getProperty("java.home") + "/bin/java";
        Process server = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n " + FILES + "; exec \"$0\" -cp \"$1\" " + FewFilesServer.class.getName(),
                        java,
                        System.getProperty("java.class.path"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = server.inputReader()) {
            String address = output.readLine();
            Sock early = client.connect(address, patiently());
            CompletableFuture<Void> gate = new CompletableFuture<>();
            AtomicInteger connected = new AtomicInteger();
            List<CompletableFuture<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 2 * FILES; i++) {
                answers.add(client.connectAsync(address, patiently())
                        .whenComplete((sock, failure) -> connected.incrementAndGet())
                        .thenCombine(gate, (sock, open) -> sock)
                        .thenCompose(FewFilesTest::echoed)
                        .toCompletableFuture());
            }
            assertThat(early.request("echo", new byte[] {1}, byte[].class)).containsExactly(1);
            assertThat(connected.get()).isLessThan(2 * FILES);

            // From now on each ends when it has been served, which lets another in.
            gate.complete(null);
            for (CompletableFuture<byte[]> answer : answers) {
                assertThat(answer.get(LONGEST_SECONDS, TimeUnit.SECONDS)).containsExactly(2);
            }
            assertThat(server.isAlive()).isTrue();
        } finally {
            server.getOutputStream().close();
            assertThat(server.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }
}
