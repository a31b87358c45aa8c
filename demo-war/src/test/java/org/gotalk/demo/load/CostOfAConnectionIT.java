package org.gotalk.demo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gotalk.Limits;
import org.gotalk.Sock;
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
 * Connections that nobody uses cost a little memory and nothing else. Counts heap and threads; a build has no time to
 * hold them for long. With {@code -Dgotalk.idle=…} there are as many, held for {@code -Dgotalk.idle.seconds=…}: the
 * figures that the project states come from 5,000, and a server with {@code -Xmx512m}.
 */
@RunAsClient
@ArquillianTest
class CostOfAConnectionIT {

    private static final int CONNECTIONS = Integer.getInteger("gotalk.idle", 300);
    private static final long SECONDS = Long.getLong("gotalk.idle.seconds", 0);

    /** Bytes. Measured: 24,800 for 300, 26,300 for 5,000; most is the container's session, buffers and HTTP session. */
    private static final long HEAP_PER_CONNECTION = 40 << 10;

    /** The container's threads come and go. Measured: 1 more than with one connection. */
    private static final int THREADS = 20;

    private static final System.Logger LOG = System.getLogger(CostOfAConnectionIT.class.getName());

    @Deployment(testable = false)
    static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "connections-it.war")
                .addAsLibraries(Archives.jars())
                .addClasses(ChurnApplication.class, VitalsServlet.class)
                .addAsServiceProvider(Application.class, ChurnApplication.class);
    }

    @Test
    void connectionsAtRestTakeNoThreadsAndFewKibibytes(@ArquillianResource URI base) throws Exception {
        try (Clients clients = new Clients(base, Limits.defaults())) {
            List<Sock> socks = new ArrayList<>(List.of(clients.connect()));
            Vitals before = Vitals.of(base);
            while (socks.size() <= CONNECTIONS) {
                socks.add(clients.connect());
            }
            Vitals begin = Vitals.of(base);
            staysOpen(socks);
            Vitals end = Vitals.of(base);
            report(before, begin, end);
            assertThat(end.heap() - before.heap()).isLessThan(CONNECTIONS * HEAP_PER_CONNECTION);
            assertThat(end.threads()).isLessThan(before.threads() + THREADS);
            assertThat(socks).allMatch(Sock::isOpen);
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
}
