package org.gotalk.interop;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.conformance.Role;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.internal.transport.Pipe;

/** In this JVM. Who begins is the client. */
final class PipeMeetings implements Meetings {

    private static final Peer TEST = Peer.at("test");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Role role;
    private final Engine engine;

    PipeMeetings(Role role, Terms terms) {
        this.role = role;
        engine = new EngineBuilder(terms.application())
                .limits(terms.limits())
                .executor(threads)
                .scheduler(terms.clock())
                .build();
    }

    @Override
    public RawEnd next() {
        Pipe pipe = Pipe.on(threads);
        if (role == Role.SERVER) {
            RawEnd end = new RawPipeEnd(pipe.right());
            Sock unused = engine.connect(pipe.left(), TEST);
            return end;
        }
        CompletionStage<?> unused = engine.open(
                pipe.left(), TEST, engine.handlers(), engine.limits().handshakeTimeout());
        return new RawPipeEnd(pipe.right());
    }

    /** The threads go when the connections have gone. */
    @Override
    public void close() {
        CompletionStage<?> unused = engine.drain(Duration.ZERO).thenRun(threads::shutdown);
    }
}
