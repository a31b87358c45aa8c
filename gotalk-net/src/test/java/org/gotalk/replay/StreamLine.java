package org.gotalk.replay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.gotalk.internal.transport.Pipe;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.gotalk.testing.Buffers;
import org.gotalk.testing.RecordingChannel.Sent;
import org.gotalk.testing.RecordingCompletion;

/** Over a stream of bytes. */
final class StreamLine implements Line, TransportListener {

    private static final int NORMAL = 1000;

    private final Pipe pipe;
    private final List<Sent> heard = new ArrayList<>();
    private Optional<Integer> closeCode = Optional.empty();

    StreamLine(Executor executor) {
        pipe = Pipe.on(executor);
        pipe.right().start(this);
    }

    @Override
    public Transport transport() {
        return pipe.left();
    }

    @Override
    public void plays(Step step) {
        if (step.isData()) {
            Frame frame = new Frame(ByteBuffer.wrap(step.content().bytes()), ByteBuffer.allocate(0));
            pipe.right().send(List.of(frame), new RecordingCompletion());
        } else {
            pipe.right().close(NORMAL, "");
        }
    }

    @Override
    public List<Sent> heard() {
        return heard;
    }

    @Override
    public Optional<Integer> closeCode() {
        return closeCode;
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        if (bytes.hasRemaining()) {
            heard.add(new Sent(false, Payload.of(Buffers.bytes(bytes))));
            bytes.position(bytes.limit());
        }
    }

    @Override
    public void receivedEnd() {}

    /** The end that closes is told 1000 itself. */
    @Override
    public void closed(int code, String detail) {
        if (code != NORMAL) {
            closeCode = Optional.of(code);
        }
    }
}
