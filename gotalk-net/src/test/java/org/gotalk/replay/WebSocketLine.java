package org.gotalk.replay;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.gotalk.internal.transport.WebSocketTransport;
import org.gotalk.recorded.Transcript.Kind;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.spi.Transport;
import org.gotalk.testing.RecordingChannel;
import org.gotalk.testing.RecordingChannel.Sent;

/** Over a WebSocket without subprotocol, whose messages are what was sent. */
final class WebSocketLine implements Line {

    private static final int ABNORMAL = 1006;

    private final RecordingChannel channel = new RecordingChannel();
    private final WebSocketTransport transport = new WebSocketTransport(channel, "");

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public void plays(Step step) {
        switch (step.kind()) {
            case BINARY, TEXT ->
                transport.received(ByteBuffer.wrap(step.content().bytes()), step.kind() == Kind.TEXT);
            case CLOSE -> transport.closed(step.closeCode(), "");
            case EOF -> transport.closed(ABNORMAL, "");
        }
    }

    @Override
    public List<Sent> heard() {
        return channel.sent();
    }

    @Override
    public Optional<Integer> closeCode() {
        return channel.closes().stream()
                .findFirst()
                .map(close -> Integer.valueOf(close.substring(0, close.indexOf(' '))));
    }
}
