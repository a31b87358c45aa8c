package org.gotalk.spi;

/** Observes one request or notification. */
public interface MessageObservation {

    /** Observes nothing. Engines know this very object, and do nothing for it. */
    MessageObservation NONE = new MessageObservation() {};

    /** What the peer is told of the trace that this message belongs to, if it takes extensions. */
    default TraceContext trace() {
        return TraceContext.NONE;
    }

    /**
     * The handler begins, on the current thread.
     *
     * @return runs on the same thread when the handler has returned; its result may come later
     */
    default Runnable begins() {
        return () -> {};
    }

    /** It is over. Called once, on any thread; for messages of the peer, only if the handler has begun. */
    default void ended(Outcome outcome) {}
}
