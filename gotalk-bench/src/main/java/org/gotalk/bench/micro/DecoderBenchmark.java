package org.gotalk.bench.micro;

import java.nio.ByteBuffer;
import org.gotalk.Limits;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.internal.wire.message.Payload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bytes to messages. */
@State(Scope.Thread)
public class DecoderBenchmark {

    private final ByteBuffer small = Bytes.requests("echo", Payload.of(new byte[128]));
    private final ByteBuffer large = Bytes.requests("echo", Payload.of(new byte[4096]));
    private final LastMessage last = new LastMessage();
    private final Decoder decoder =
            new Decoder(Limits.PROTOCOL_MAX_NAME, Limits.defaults().maxPayload(), last);

    /** After the handshake. */
    public DecoderBenchmark() {
        decoder.feed(Bytes.version());
    }

    /** A request of 128 B, of 64 that come at once. */
    @Benchmark
    @OperationsPerInvocation(Bytes.REQUESTS)
    public Object request128() {
        decoder.feed(small.duplicate());
        return last.message();
    }

    /** A request of 4 KiB, of 64 that come at once. */
    @Benchmark
    @OperationsPerInvocation(Bytes.REQUESTS)
    public Object request4096() {
        decoder.feed(large.duplicate());
        return last.message();
    }
}
