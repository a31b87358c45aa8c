package org.gotalk.internal.engine.streams;

import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.internal.engine.shared.EngineSettings;

/** Reads the parts of a request. */
final class RequestReader extends PartsReader implements StreamRequest {

    private final Sock peer;
    private final String operation;

    RequestReader(Sock peer, InboundParts parts, String operation, EngineSettings settings, Owner owner) {
        super(parts, operation, settings.limits().streamTimeout(), settings, owner);
        this.peer = peer;
        this.operation = operation;
    }

    @Override
    public Sock peer() {
        return peer;
    }

    @Override
    public String operation() {
        return operation;
    }
}
