package org.gotalk.internal.engine.shared;

/** Sends what one connection has queued. A thread of the engine may defer that for a moment. */
public interface DeferrableSender {

    /** Records that the thread will send in a moment; whether that was recorded already. */
    boolean isDeferredBy(Object thread);

    /** The thread that has deferred the send is about to send. */
    void endDeferral();

    /** Sends on the current thread, unless another one is sending. */
    void sendHere();

    /** Sends on a worker. */
    void sendOnWorker();
}
