package org.gotalk.internal.engine.streams;

import java.time.Duration;
import org.gotalk.Cancellation;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a request. */
final class RequestReader extends PartsReader implements StreamRequest {

    private final Sock peer;
    private final String operation;
    private final Cancellation cancellation;

    RequestReader(
            Sock peer,
            InboundParts parts,
            String operation,
            EngineSettings settings,
            Owner owner,
            Cancellation cancellation) {
        super(parts, operation, settings.limits().streamTimeout(), settings, owner);
        this.peer = peer;
        this.operation = operation;
        this.cancellation = cancellation;
    }

    @Override
    public Sock peer() {
        return peer;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    /** The peer's request is no result that it owes: its threads are not needed to go on. */
    @Override
    byte @Nullable [] awaitPart(InboundParts from, Duration maxWait) {
        return from.take(maxWait);
    }
}
