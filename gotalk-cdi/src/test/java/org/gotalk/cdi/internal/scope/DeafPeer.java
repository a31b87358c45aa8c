package org.gotalk.cdi.internal.scope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;

/** A peer that says its version and what it is told to say, and reads nothing. */
final class DeafPeer implements Transport {

    private final CompletableFuture<TransportListener> listener = new CompletableFuture<>();

    @Override
    public void start(TransportListener whom) {
        listener.complete(whom);
        say("01");
    }

    void say(String text) {
        listener.join().received(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), Boundary.NONE);
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {}

    @Override
    public void pauseReading() {}

    @Override
    public void resumeReading() {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public boolean supportsFullProtocol() {
        return true;
    }
}
