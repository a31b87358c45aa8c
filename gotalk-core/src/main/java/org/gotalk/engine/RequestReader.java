package org.gotalk.engine;

import org.gotalk.Sock;
import org.gotalk.StreamRequest;

/** The parts of a request. */
final class RequestReader extends PartsReader implements StreamRequest {

    private final Sock peer;
    private final String operation;

    RequestReader(Sock peer, InboundParts parts, String operation, Settings settings, Owner owner) {
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
