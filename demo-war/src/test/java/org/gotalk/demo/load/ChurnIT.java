package org.gotalk.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.demo.peer.Cables;
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
 * Streams that are given up and connections that vanish leave nothing behind. Runs with {@code -Dgotalk.churn=…} of
 * them, a few hundred unless given: the figures that the project states come from 10,000.
 */
@RunAsClient
@ArquillianTest
class ChurnIT {

    private static final int TIMES = Integer.getInteger("gotalk.churn", 400);
    /** Half of the permits: a handler that has just ended may still hold its own. Were any lost, they would not last. */
    private static final int AT_ONCE = Limits.defaults().maxStreams() / 2;

    private static final long MARGIN = 3 << 20;
    /** Open Liberty makes one for each handshake where CDI is on, and keeps it until it expires: some 450 bytes each. */
    private static final long HTTP_SESSION = 600;

    private static final byte[] NOTHING = {};
    private static final byte[] WORD = "word".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final System.Logger LOG = System.getLogger(ChurnIT.class.getName());

    @Deployment(testable = false)
    static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "churn-it.war")
                .addAsLibraries(Archives.jars())
                .addClasses(ChurnApplication.class, VitalsServlet.class)
                .addAsServiceProvider(Application.class, ChurnApplication.class);
    }

    @Test
    void abandonedStreamsFreeTheirBuffersThreadsAndPermits(@ArquillianResource URI base) throws Exception {
        try (Clients clients = new Clients(base, Limits.defaults())) {
            Sock sock = clients.connect();
            abandonStreams(sock, AT_ONCE);
            Vitals before = Vitals.of(base);
            for (int done = 0; done < TIMES; done += AT_ONCE) {
                abandonStreams(sock, AT_ONCE);
            }
            Vitals after = Vitals.of(base);
            LOG.log(System.Logger.Level.INFO, "{0} abandoned streams; before: {1}, after: {2}", TIMES, before, after);
            assertThat(after.heap()).isLessThan(before.heap() + MARGIN);
            assertThat(after.threads()).isLessThan(before.threads() + 10);
        }
    }

    @Test
    void connectionsThatVanishFreeTheirBuffersThreadsAndPermits(@ArquillianResource URI base) throws Exception {
        try (Cables cables = new Cables(base);
                Clients clients = new Clients(cables.application(), Limits.defaults());
                Clients observers = new Clients(base, Limits.defaults());
                Sock observer = observers.connect()) {
            killConnections(clients, cables, AT_ONCE);
            awaitNobodyReads(observer);
            Vitals before = Vitals.of(base);
            for (int done = 0; done < TIMES; done += AT_ONCE) {
                killConnections(clients, cables, AT_ONCE);
                awaitNobodyReads(observer);
            }
            Vitals after = Vitals.of(base);
            LOG.log(System.Logger.Level.INFO, "{0} killed connections; before: {1}, after: {2}", TIMES, before, after);
            assertThat(after.heap()).isLessThan(before.heap() + MARGIN + (long) TIMES * HTTP_SESSION);
            assertThat(after.threads()).isLessThan(before.threads() + 10);
        }
    }

    private static void abandonStreams(Sock sock, int count) throws Exception {
        List<StreamCall> calls = begin(sock, count);
        calls.forEach(StreamCall::close);
        awaitNobodyReads(sock);
    }

    private static void killConnections(Clients clients, Cables cables, int count) {
        for (int i = 0; i < count; i++) {
            begin(clients.connect(), 2);
            cables.cut();
        }
    }

    /** Streams whose handlers are known to run, and have more to read. */
    private static List<StreamCall> begin(Sock sock, int count) {
        List<StreamCall> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StreamCall call = sock.streamRequest("listen");
            call.request().write(WORD);
            calls.add(call);
        }
        for (StreamCall call : calls) {
            assertThat(call.result().read().orElseThrow()).isEqualTo(WORD);
            call.request().write(WORD);
        }
        return calls;
    }

    private static void awaitNobodyReads(Sock sock) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int reading = sock.request("reading", NOTHING, Integer.class);
        while (reading > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            reading = sock.request("reading", NOTHING, Integer.class);
        }
        assertThat(reading).as("handlers that still read").isZero();
    }
}
