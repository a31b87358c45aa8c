package org.gotalk.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.demo.peer.Clients;
import org.gotalk.jakarta.Archives;
import org.gotalk.spi.Application;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Streams larger than the server's heap, up and down at once over one connection that small requests share. Runs with
 * {@code -Dgotalk.volume.mebibytes=…} each way, more than the heap unless given: the figures that the project states
 * come from 2048.
 */
@RunAsClient
@ArquillianTest
class VolumeIT {

    private static final long MEBIBYTE = 1 << 20;
    private static final long LENGTH = Long.getLong("gotalk.volume.mebibytes", 192) * MEBIBYTE;
    private static final Duration LONGEST = Duration.ofMinutes(9);
    private static final System.Logger LOG = System.getLogger(VolumeIT.class.getName());

    @Deployment(testable = false)
    static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "volume-it.war")
                .addAsLibraries(Archives.jars())
                .addClasses(VolumeApplication.class, VitalsServlet.class, Pattern.class, Tally.class)
                .addAsServiceProvider(Application.class, VolumeApplication.class);
    }

    @Test
    void streamsLargerThanTheHeapLeaveRoomForSmallRequests(@ArquillianResource URI base) throws Exception {
        Vitals before = Vitals.of(base);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Clients clients = new Clients(base, Limits.defaults())) {
            Sock sock = clients.connect();
            long begun = System.nanoTime();
            CompletableFuture<Tally> up = CompletableFuture.supplyAsync(() -> upload(sock), threads);
            CompletableFuture<Tally> down = CompletableFuture.supplyAsync(() -> download(sock), threads);
            CompletableFuture<?> both = CompletableFuture.allOf(up, down);
            long[] latencies = smallRequestsUntil(both, sock);
            both.get(LONGEST.toMinutes(), TimeUnit.MINUTES);
            report(System.nanoTime() - begun, latencies, before, Vitals.of(base));

            assertThat(up.join()).isEqualTo(Tally.ofPattern(LENGTH));
            assertThat(down.join()).isEqualTo(Tally.ofPattern(LENGTH));
            assertThat(LENGTH).isGreaterThan(before.maxHeap());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Tally upload(Sock sock) {
        try (StreamCall call = sock.streamRequest("take")) {
            try (OutputStream out = call.request().outputStream()) {
                new Pattern(LENGTH).transferTo(out);
            }
            return call.finish(Tally.class);
        } catch (Exception e) {
            throw new IllegalStateException("the upload failed", e);
        }
    }

    private static Tally download(Sock sock) {
        try (StreamReader parts = sock.requestParts("make", LENGTH)) {
            return Tally.of(parts.inputStream());
        } catch (Exception e) {
            throw new IllegalStateException("the download failed", e);
        }
    }

    /** One after the other; how long each took, in nanoseconds, sorted. */
    private static long[] smallRequestsUntil(CompletableFuture<?> done, Sock sock) {
        byte[] question = new byte[128];
        long[] latencies = new long[1 << 20];
        int count = 0;
        while (!done.isDone() && count < latencies.length) {
            long begun = System.nanoTime();
            assertThat(sock.request("echo", question, byte[].class)).isEqualTo(question);
            latencies[count++] = System.nanoTime() - begun;
        }
        long[] sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static void report(long nanos, long[] latencies, Vitals before, Vitals after) {
        double seconds = nanos / 1e9;
        double rate = 2.0 * LENGTH / MEBIBYTE / seconds;
        LOG.log(
                System.Logger.Level.INFO,
                "{0} MiB each way in {1} s: {2} MiB/s in all; {3} small requests beside them, p50 {4} us, p99 {5} us,"
                        + " longest {6} us; before: {7}, after: {8}",
                LENGTH / MEBIBYTE,
                seconds,
                rate,
                latencies.length,
                latencies[latencies.length / 2] / 1000,
                latencies[(int) (latencies.length * 0.99)] / 1000,
                latencies[latencies.length - 1] / 1000,
                before,
                after);
    }
}
