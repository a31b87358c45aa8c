package org.gotalk.internal.engine;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.gotalk.testing.Frames;

/** Requests on one connection, so many at a time, from their bytes to those of their answers; all on the calling thread. */
public final class EchoedRequests implements BooleanSupplier {

    private static final String WORD = "hi";
    private static final int RESULT = "R000000000002".length() + WORD.length();

    private final EngineFixture fixture = new EngineFixture();
    private final CountingPeer peer = new CountingPeer();
    private final ByteBuffer requests;
    private final int atOnce;

    /** A connection whose handshake is done. */
    public EchoedRequests(int atOnce) {
        this.atOnce = atOnce;
        requests = Frames.bytes(CountingPeer.requests(atOnce, "echo", WORD));
        fixture.application.handlers().handle("echo", byte[].class, bytes -> bytes);
        fixture.connected(peer);
    }

    /** Sends them once more, and tells whether all were answered. */
    @Override
    public boolean getAsBoolean() {
        long before = peer.bytes();
        peer.repeats(requests);
        fixture.executor.runAll();
        return peer.bytes() - before == (long) atOnce * RESULT;
    }
}
