package org.gotalk.internal.engine.streams;

import org.gotalk.internal.engine.outbound.Lane;

/** Writes the parts of a request. */
final class RequestWriter extends PartsWriter {

    private final OutboundStream stream;

    RequestWriter(Lane lane, OutboundStreams streams, OutboundStream stream) {
        super(lane, streams.outbox(), streams.settings(), () -> streams.closed(stream.mayHaveRun()));
        this.stream = stream;
    }

    @Override
    public void close() {
        super.close();
        stream.requestEnded();
    }
}
