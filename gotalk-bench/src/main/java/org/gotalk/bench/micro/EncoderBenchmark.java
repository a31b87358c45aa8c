package org.gotalk.bench.micro;

import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.NotificationMessage;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.internal.wire.message.RequestId;
import org.gotalk.internal.wire.message.SingleResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Messages to bytes. */
@State(Scope.Thread)
public class EncoderBenchmark {

    private final Payload payload = Payload.of(new byte[128]);
    private int id;

    /** An answer. */
    @Benchmark
    public Object result() {
        return EncodedMessage.of(new SingleResult(new RequestId(id++), payload));
    }

    /** A notification, which has a name. */
    @Benchmark
    public Object notification() {
        return EncodedMessage.of(new NotificationMessage("message", payload));
    }
}
