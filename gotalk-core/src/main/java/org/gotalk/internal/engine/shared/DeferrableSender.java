package org.gotalk.internal.engine.shared;

/** Sends what a connection has queued. A thread of the engine may defer it. */
public interface DeferrableSender {

    /** Records that the thread will send later; whether it was recorded already. */
    boolean isDeferredBy(Object thread);

    /** The thread is about to send. */
    void endDeferral();

    /** Sends on the current thread, unless another thread is sending. */
    void sendHere();

    /** Sends on a worker. */
    void sendOnWorker();
}
