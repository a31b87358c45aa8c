package org.gotalk.net.internal.tls;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;
import org.gotalk.internal.transport.Pipe;
import org.gotalk.test.internal.ManualScheduler;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.RecordingListener;

/** A client and a server with TLS over a pipe. Nothing happens but on the test's thread, when it says so. */
final class TlsPair {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    final ManualExecutor executor = new ManualExecutor();
    final ManualScheduler scheduler = new ManualScheduler();
    final Pipe pipe = Pipe.on(executor);
    final CutTransport belowClient = new CutTransport(pipe.left());
    final CutTransport belowServer = new CutTransport(pipe.right());
    final RecordingListener atClient = new RecordingListener();
    final RecordingListener atServer = new RecordingListener();
    final Engines engines;

    private final TlsBuffers buffers = new TlsBuffers();
    private TlsTransport client;
    private TlsTransport server;

    TlsPair(String version) {
        engines = new Engines(version);
    }

    TlsTransport client() {
        return client;
    }

    TlsTransport server() {
        return server;
    }

    /** Begins on both sides. */
    TlsPair shaking() {
        CompletableFuture<TlsTransport> unused = shakeServer(executor);
        client = new TlsTransport(belowClient, engines.client(), buffers, executor, scheduler);
        unused = client.handshake(PATIENCE);
        return this;
    }

    /** Begins on the server's side alone. */
    CompletableFuture<TlsTransport> shakeServer(Executor forTasks) {
        server = new TlsTransport(belowServer, engines.server(), buffers, forTasks, scheduler);
        return server.handshake(PATIENCE);
    }

    /** Has the server ready, and started, for a client that is not ours. */
    RawTls connectedByHand() throws SSLException {
        CompletableFuture<TlsTransport> unused = shakeServer(executor);
        RawTls peer = new RawTls(engines.client(), belowClient);
        peer.shakeHands();
        executor.runAll();
        server.start(atServer);
        executor.runAll();
        return peer;
    }

    /** Has both sides ready, and started. */
    TlsPair connected() {
        shaking().executor.runAll();
        client.start(atClient);
        server.start(atServer);
        executor.runAll();
        return this;
    }

    /** All that one side has heard, put together. */
    static String heard(RecordingListener side) {
        return String.join("", side.events());
    }
}
