package org.gotalk;

import java.util.concurrent.CancellationException;

/**
 * Whether the result of a request is still wanted. It is not once the peer has given the request up, because its time
 * is over or its program said so, or once the connection closes. What a handler returns then is dropped.
 *
 * <p>Peers tell so if they use the subprotocol {@code gotalk.v1} or an in-memory pipe; of others only the end of the
 * connection is known. A handler that takes long asks now and then, or registers an action. No thread is interrupted.
 * Thread-safe.
 */
public interface Cancellation {

    /** Never cancelled. For tests, and for calls of handlers that do not come from a peer. */
    Cancellation NEVER = new Cancellation() {

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void onCancel(Runnable action) {}
    };

    /** Whether the result is not wanted any more. Remains true. */
    boolean isCancelled();

    /**
     * Ends a handler whose result is not wanted any more.
     *
     * @throws CancellationException if {@link #isCancelled()}; from a handler it is not logged
     */
    default void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("the result of the request is not wanted any more");
        }
    }

    /**
     * Runs an action once when the result is not wanted any more: on the connection's executor, or at once on this
     * thread if it is so already. Does not run if the request ends before. Exceptions of the action are logged.
     */
    void onCancel(Runnable action);
}
