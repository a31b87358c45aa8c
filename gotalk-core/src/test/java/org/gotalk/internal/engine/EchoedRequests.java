package org.gotalk.internal.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.gotalk.Limits;
import org.gotalk.internal.engine.observed.Observers;
import org.gotalk.spi.EngineObserver;
import org.gotalk.testing.Frames;

/** Requests on one connection, so many at a time, from their bytes to those of their answers; all on the calling thread. */
public final class EchoedRequests implements BooleanSupplier {

    private static final String WORD = "hi";
    private static final int RESULT = "R000000000002".length() + WORD.length();

    private final EngineFixture fixture;
    private final CountingPeer peer = new CountingPeer();
    private final ByteBuffer requests;
    private final int atOnce;

    /** A connection whose handshake is done; observed by what the JDK has, or not at all. */
    public EchoedRequests(int atOnce, boolean isObserved) {
        this.atOnce = atOnce;
        this.fixture = new EngineFixture(
                Limits.defaults(),
                isObserved ? Observers.of(EchoedRequests.class.getClassLoader(), List.of()) : EngineObserver.NONE);
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
