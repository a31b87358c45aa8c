package org.gotalk.engine;

/** The parts of a request. */
final class RequestWriter extends PartsWriter {

    private final StreamExchange exchange;

    RequestWriter(Lane lane, StreamCalls calls, StreamExchange exchange) {
        super(lane, calls.outbox(), calls.settings(), () -> calls.closed(exchange.mayHaveRun()));
        this.exchange = exchange;
    }

    @Override
    public void close() {
        super.close();
        exchange.isRequested();
    }
}
