package org.gotalk.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;
import org.gotalk.jakarta.Archives;
import org.gotalk.spi.Application;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Greedy peers hold up no other peer: neither with many requests in flight, nor by not reading.
 * What is not answered at all fails; how long answers take is told in the log, and measured by the benchmarks.
 */
@RunAsClient
@ArquillianTest
class GreedyPeersIT {

    private static final System.Logger LOG = System.getLogger(GreedyPeersIT.class.getName());

    /** Far beyond what is measured, so that a busy machine fails nothing. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final int LONE_REQUESTS = 200;
    private static final Duration UNTIL_CUT = Duration.ofSeconds(60);
    private static final byte[] WORD = {'h', 'i'};

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        WebArchive archive = Archives.bare()
                .addClasses(GreedyPeersApplication.class, VitalsServlet.class)
                .addAsServiceProvider(Application.class, GreedyPeersApplication.class);
        return Archives.with(archive, Map.of("gotalk.write-timeout", "2s"));
    }

    @Test
    void aLoneRequestHasItsTurnBesidePeersWithManySlowOnes() throws Exception {
        try (Clients clients = new Clients(base, Limits.defaults())) {
            List<CompletionStage<byte[]>> slow = new ArrayList<>();
            for (int peer = 0; peer < 8; peer++) {
                Sock greedy = clients.connect();
                for (int i = 0; i < 200; i++) {
                    slow.add(greedy.requestAsync("slow", WORD, byte[].class, Duration.ofMinutes(1)));
                }
            }
            Sock lone = clients.connect();
            long worst = 0;
            int during = 0;
            while (during < LONE_REQUESTS
                    && slow.stream().anyMatch(one -> !one.toCompletableFuture().isDone())) {
                worst = Math.max(worst, ask(lone));
                during++;
            }
            LOG.log(System.Logger.Level.INFO, "{0} lone requests, the slowest in {1} ms", during, worst);
            assertThat(during).as("requests answered meanwhile").isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"http, 16", "http, 200", "https, 16", "https, 100"})
    void aLoneRequestIsAnsweredBesidePeersThatDoNotReadAndAreCut(String scheme, int count) throws Exception {
        List<UnreadPeer> peers = new ArrayList<>();
        try (Clients clients = new Clients(base, Limits.defaults())) {
            Sock lone = clients.connect();
            ask(lone);
            Vitals before = Vitals.of(base);
            for (int i = 0; i < count; i++) {
                peers.add(flooding(address(scheme), i));
            }
            long worst = askWhileTheyTalk(lone, peers);
            Vitals during = Vitals.of(base);
            Vitals after = awaitCut(lone, before);
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} peers that do not read, {1}; slowest lone request: {2} ms; before: {3}, meanwhile: {4}, after: {5}",
                    count,
                    scheme,
                    worst,
                    before,
                    during,
                    after);
            assertThat(after.openFiles()).as("files when all were cut").isLessThan(before.openFiles() + 8);
            assertThat(after.held()).as("threads that wait for them then").isLessThanOrEqualTo(before.held());
        } finally {
            for (UnreadPeer peer : peers) {
                peer.close();
            }
        }
    }

    /** Half of them ask for more than their network holds, the others ping for it. */
    private static UnreadPeer flooding(URI application, int number) throws Exception {
        UnreadPeer peer = new UnreadPeer(application);
        return number % 2 == 0
                ? peer.says(UnreadPeer.BINARY, "r0001005large00000000", 400)
                : peer.says(UnreadPeer.PING, "p".repeat(120), 20_000)
                        .says(UnreadPeer.BINARY, "r0001005large00000000", 9);
    }

    private URI address(String scheme) {
        return scheme.equals("http")
                ? base
                : URI.create("https://localhost:" + System.getProperty("it.https.port") + base.getPath());
    }

    /** How long the slowest request took, in milliseconds. */
    private static long askWhileTheyTalk(Sock lone, List<UnreadPeer> peers) {
        long worst = 0;
        long deadline = System.nanoTime() + UNTIL_CUT.toNanos();
        for (int i = 0; i < LONE_REQUESTS || peers.stream().anyMatch(UnreadPeer::isTalking); i++) {
            worst = Math.max(worst, ask(lone));
            assertThat(System.nanoTime()).as("a peer is held up and not cut").isLessThan(deadline);
        }
        return worst;
    }

    /** The peers are there still, and do not read. */
    private Vitals awaitCut(Sock lone, Vitals before) throws Exception {
        long deadline = System.nanoTime() + UNTIL_CUT.toNanos();
        Vitals now = Vitals.of(base);
        while ((now.openFiles() >= before.openFiles() + 8 || now.held() > before.held())
                && System.nanoTime() < deadline) {
            ask(lone);
            now = Vitals.of(base);
        }
        return now;
    }

    /** How long the answer took, in milliseconds. */
    private static long ask(Sock lone) {
        long begun = System.nanoTime();
        assertThat(lone.request("echo", WORD, byte[].class, LONG)).isEqualTo(WORD);
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
