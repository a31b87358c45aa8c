package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gotalk.Sock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Connections that nobody uses cost a little memory and nothing else. Counts heap and threads; a build has no time to
 * hold them for long. With {@code -Dgotalk.idle=…} there are as many, held for {@code -Dgotalk.idle.seconds=…}: the
 * figures that the project states come from 10,000.
 */
class CostOfAConnectionTest {

    private static final int CONNECTIONS = Integer.getInteger("gotalk.idle", 500);
    private static final long SECONDS = Long.getLong("gotalk.idle.seconds", 0);

    /** Bytes. Measured: 3,900. */
    private static final long HEAP_PER_CONNECTION = 6 << 10;

    /** They come when many peers say something at once, and go. Measured: 3 more than with one connection. */
    private static final int HANDLER_THREADS = 64;

    private static final long LONGEST_SECONDS = 60;
    private static final System.Logger LOG = System.getLogger(CostOfAConnectionTest.class.getName());

    @AutoClose
    private final Gotalk client = Gotalk.create();

    @Test
    void connectionsAtRestTakeNoThreadsAndFewKibibytes() throws Exception {
        Process server = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx512m", // above 32 GB references are larger, and so is all that holds some
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = server.inputReader()) {
            String address = output.readLine();
            List<Sock> socks = new ArrayList<>(List.of(client.connect(address)));
            Vitals before = Vitals.of(server, output);
            while (socks.size() <= CONNECTIONS) {
                socks.add(client.connect(address));
            }
            Vitals begin = Vitals.of(server, output);
            staysOpen(socks);
            Vitals end = Vitals.of(server, output);
            report(before, begin, end);
            assertThat(end.heap() - before.heap()).isLessThan(CONNECTIONS * HEAP_PER_CONNECTION);
            assertThat(end.threads()).isLessThan(before.threads() + HANDLER_THREADS);
            assertThat(socks).allMatch(Sock::isOpen);
        } finally {
            server.getOutputStream().close();
            assertThat(server.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void staysOpen(List<Sock> socks) {
        CompletableFuture<Object> anEnd = CompletableFuture.anyOf(
                socks.stream().map(sock -> sock.closed().toCompletableFuture()).toArray(CompletableFuture<?>[]::new));
        assertThatExceptionOfType(TimeoutException.class)
                .as("none ends")
                .isThrownBy(() -> anEnd.get(SECONDS, TimeUnit.SECONDS));
    }

    private static void report(Vitals before, Vitals begin, Vitals end) {
        LOG.log(
                System.Logger.Level.INFO,
                "{0} idle connections: {1} bytes of heap each; {2} threads before, {3} with them;"
                        + " {4} ms of CPU in {5} s",
                CONNECTIONS,
                (end.heap() - before.heap()) / CONNECTIONS,
                before.threads(),
                end.threads(),
                TimeUnit.NANOSECONDS.toMillis(end.cpuNanos() - begin.cpuNanos()),
                SECONDS);
    }

    /** How the server is; heap after a garbage collection, in bytes. */
    private record Vitals(long heap, long threads, long cpuNanos) {

        static Vitals of(Process server, BufferedReader output) throws IOException {
            server.getOutputStream().write('\n');
            server.getOutputStream().flush();
            long[] figures = Arrays.stream(output.readLine().split(" "))
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Vitals(figures[0], figures[1], figures[2]);
        }
    }
}
