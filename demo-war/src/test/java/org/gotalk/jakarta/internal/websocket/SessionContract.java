package org.gotalk.jakarta.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gotalk.Sock;
import org.gotalk.internal.concurrent.SystemScheduler;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.jakarta.Archives;
import org.gotalk.net.Gotalk;
import org.gotalk.net.internal.socket.Sockets;
import org.gotalk.net.internal.websocket.ConnectRequest;
import org.gotalk.net.internal.websocket.WebSockets;
import org.gotalk.spi.Transport;
import org.gotalk.testing.contract.Ends;
import org.gotalk.testing.contract.Side;
import org.gotalk.testing.contract.TransportContract;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the engine may expect of sessions of a real container. Runs in there; clients come over the network. Public
 * because Arquillian looks at what is deployed from another class loader.
 */
@ArquillianTest
public abstract class SessionContract extends TransportContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ADDRESS = "address.txt";
    private static final int BROKEN = 1006;

    private @Nullable ScheduledExecutorService time;
    private @Nullable Sockets clients;

    @Deployment
    static WebArchive archive() {
        WebArchive archive = ShrinkWrap.create(WebArchive.class)
                .addAsLibraries(Archives.jarOf(Sock.class), Archives.jarOf(Gotalk.class))
                .addPackage(SessionContract.class.getPackage())
                .addPackage(TransportContract.class.getPackage());
        String folder = archive.getName().replaceFirst("\\.war$", "");
        return archive.addAsResource(
                new StringAsset(
                        "ws://localhost:" + System.getProperty("it.http.port") + "/" + folder + ContractEndpoint.PATH),
                ADDRESS);
    }

    /** The two ends in the order in which the contract takes them: the first one does most of the talking. */
    abstract Ends inOrder(Transport client, Transport session);

    @Override
    protected Ends connect() throws Exception {
        Transport client = opened();
        return inOrder(client, ContractEndpoint.nextOpened());
    }

    @Override
    protected void release() {
        if (clients != null) {
            clients.close();
        }
        if (time != null) {
            time.shutdownNow();
        }
    }

    /** The whole container has 128 MiB. */
    @Override
    protected int large() {
        return 8 << 20;
    }

    private Transport opened() throws Exception {
        time = Executors.newSingleThreadScheduledExecutor();
        SystemScheduler scheduler = new SystemScheduler(time);
        Sockets sockets = new Sockets(2, task -> new Thread(task, "clients"), scheduler);
        clients = sockets;
        ConnectRequest request = request();
        InetSocketAddress server = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), request.address().getPort());
        return sockets.connect(server, PATIENCE)
                .thenCompose(connected -> WebSockets.open(connected, request, scheduler))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static ConnectRequest request() throws IOException {
        try (InputStream address = SessionContract.class.getResourceAsStream("/" + ADDRESS)) {
            URI uri = URI.create(new String(Objects.requireNonNull(address).readAllBytes(), UTF_8));
            return new ConnectRequest(
                    uri, uri.getAuthority(), Map.of(), List.of(WebSocketTransport.SUBPROTOCOL), PATIENCE, 1 << 20);
        }
    }

    @Test
    void aClientThatVanishesIsABrokenConnection() throws Exception {
        Transport client = opened();
        Side session = new Side(ContractEndpoint.nextOpened());
        Side.done(new Side(client).says("half"));
        assertThat(session.hearsText(4)).isEqualTo("half");
        Objects.requireNonNull(clients).close();
        assertThat(session.closeCode()).isEqualTo(BROKEN);
    }
}
