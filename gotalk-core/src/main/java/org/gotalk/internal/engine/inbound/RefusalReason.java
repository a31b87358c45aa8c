package org.gotalk.internal.engine.inbound;

/** Why requests are refused for the time being, as the peer reads it. */
final class RefusalReason {

    /** Each running request waits for an answer of the peer, and no more may run. */
    static final String STUCK = "all requests that may run wait for this peer, try again later";

    /** Each thread waits for an answer of a peer, and there are no more. */
    static final String NO_THREAD = "all threads wait for peers, try again later";

    private static final String BUSY = "too many requests, try again later";
    private static final String CLOSING = "the connection is about to close, try again later";
    private static final String OPENING = "the connection is not open yet, try again later";

    private RefusalReason() {}

    /** Why a connection in this state takes no request. */
    static String of(InboundState state) {
        if (state.isDraining()) {
            return CLOSING;
        }
        if (state.refusesEarly()) {
            return OPENING;
        }
        return state.isStuck() ? STUCK : BUSY;
    }
}
