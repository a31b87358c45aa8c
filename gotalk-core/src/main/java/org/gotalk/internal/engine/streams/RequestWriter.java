package org.gotalk.internal.engine.streams;

import org.gotalk.internal.engine.outbound.Lane;

/** The parts of a request. */
final class RequestWriter extends PartsWriter {

    private final OutboundStream exchange;

    RequestWriter(Lane lane, OutboundStreams calls, OutboundStream exchange) {
        super(lane, calls.outbox(), calls.settings(), () -> calls.closed(exchange.mayHaveRun()));
        this.exchange = exchange;
    }

    @Override
    public void close() {
        super.close();
        exchange.isRequested();
    }
}
