package org.gotalk.bench.micro;

import java.nio.ByteBuffer;
import org.gotalk.Handlers;
import org.gotalk.internal.wire.message.Payload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a request's bytes to those of its answer, of 64 requests that come at once. */
@State(Scope.Thread)
public class DispatchBenchmark {

    private static final String JSON = "{\"count\":12345,\"text\":\"%s\"}";
    private static final int SIZE = 128;

    private final Conversations conversations = new Conversations(handlers(), 1);
    private final MemoryTransport transport = conversations.first();
    private final ByteBuffer now = Bytes.requests("echo now", Payload.of(new byte[SIZE]));
    private final ByteBuffer later = Bytes.requests("echo", Payload.of(new byte[SIZE]));
    private final ByteBuffer json =
            Bytes.requests("item", Payload.utf8(JSON.formatted("x".repeat(SIZE - JSON.length() + "%s".length()))));

    private static Handlers handlers() {
        Handlers handlers = Handlers.create()
                .handle("echo", byte[].class, payload -> payload)
                .handle("item", Item.class, item -> item);
        handlers.nonBlocking().handle("echo now", byte[].class, payload -> payload);
        return handlers;
    }

    /** Bytes, by a handler that never waits. */
    @Benchmark
    @OperationsPerInvocation(Bytes.REQUESTS)
    public long nonBlocking() {
        return answered(now);
    }

    /** Bytes, on an executor. */
    @Benchmark
    @OperationsPerInvocation(Bytes.REQUESTS)
    public long executor() {
        return answered(later);
    }

    /** A value from JSON and to JSON, on an executor. */
    @Benchmark
    @OperationsPerInvocation(Bytes.REQUESTS)
    public long json() {
        return answered(json);
    }

    private long answered(ByteBuffer requests) {
        long before = transport.sent();
        transport.receive(requests.duplicate());
        conversations.runAll();
        long sent = transport.sent() - before;
        if (sent < (long) Bytes.REQUESTS * SIZE) {
            throw new IllegalStateException("not all is answered: " + sent + " bytes");
        }
        return sent;
    }

    /** Ends the engine's timer. */
    @TearDown
    public void end() {
        conversations.close();
    }

    /** What typed requests carry. */
    public record Item(int count, String text) {}
}
