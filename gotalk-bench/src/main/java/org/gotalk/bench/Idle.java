package org.gotalk.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.gotalk.bench.Case.Group;
import org.gotalk.bench.dialect.ByteEcho;
import org.gotalk.bench.dialect.Echo;
import org.gotalk.bench.dialect.JsonRpc;
import org.gotalk.bench.dialect.PackedGotalk;
import org.gotalk.bench.dialect.Payloads;
import org.gotalk.bench.dialect.RSocket;
import org.gotalk.bench.load.Load;
import org.gotalk.bench.load.Target;
import org.gotalk.bench.load.Work.Requests;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.server.Jvm;

/**
 * What a connection costs that has had one request and is idle since.
 *
 * @param heap KiB of the server's heap
 * @param direct KiB of the server's direct buffers
 * @param threads that the server has more, for all connections together
 */
record Idle(double heap, double direct, int threads) {

    static final int CONNECTIONS = Integer.getInteger("bench.idle", 2000);

    // Opened before the others, so that what a server keeps once, however many there are, is not counted.
    private static final int FIRST = 200;
    private static final int SIZE = 128;
    private static final double KIB = 1024;

    static Idle of(Case one, Servers.Started started) throws IOException, InterruptedException {
        Target target = one.at(started.server());
        Jvm jvm = started.jvm();
        try (Load first = new Load(target, new Requests(FIRST, 1))) {
            first.run(Duration.ZERO);
            long heap = jvm.heap();
            long direct = jvm.direct();
            int threads = jvm.threads();
            try (Load more = new Load(target, new Requests(CONNECTIONS, 1))) {
                more.run(Duration.ZERO);
                return new Idle(
                        (jvm.heap() - heap) / KIB / CONNECTIONS,
                        (jvm.direct() - direct) / KIB / CONNECTIONS,
                        jvm.threads() - threads);
            }
        }
    }

    static List<Case> cases() {
        if (CONNECTIONS == 0) {
            return List.of();
        }
        ByteBuffer payload = Payloads.bytes(SIZE);
        Group webSocket = new Group("Idle WebSocket connections", new Requests(CONNECTIONS, 1));
        Group tcp = new Group("Idle TCP connections", new Requests(CONNECTIONS, 1));
        return List.of(
                new Case(webSocket, "bare @ServerEndpoint", Host.LIBERTY, "/bare", () -> Echo.binary(payload)),
                new Case(webSocket, "Gotalk", Host.LIBERTY, "/gotalk", () -> new PackedGotalk(true, "echo", payload)),
                new Case(
                        webSocket,
                        "LSP4J JSON-RPC",
                        Host.LIBERTY,
                        "/json-rpc",
                        () -> new JsonRpc("item", Payloads.json(SIZE))),
                new Case(webSocket, "Quarkus", Host.QUARKUS, "/echo", () -> Echo.binary(payload)),
                new Case(tcp, "NIO echo of bytes", Host.NIO_ECHO, "", () -> new ByteEcho(payload)),
                new Case(tcp, "Gotalk", Host.GOTALK_TCP, "", () -> new PackedGotalk(false, "echo", payload)),
                new Case(tcp, "RSocket", Host.RSOCKET, "", () -> new RSocket(payload)));
    }

    @Override
    public String toString() {
        return "%s KiB on the heap, %s KiB in direct buffers, %d threads more"
                .formatted(Numbers.text(heap), Numbers.text(direct), threads);
    }
}
