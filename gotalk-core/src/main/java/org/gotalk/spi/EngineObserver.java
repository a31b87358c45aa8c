package org.gotalk.spi;

import java.util.concurrent.Executor;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/**
 * Observes what an engine does, for metrics, traces and consoles. Engines find all with {@link java.util.ServiceLoader},
 * through the class loader of the application; one that cannot be loaded, because what it needs is absent, is left out.
 *
 * <p>Methods are called on threads of the engine, of the network and of callers, many at once. They must be quick and
 * must not wait. What they throw is logged and has no effect.
 *
 * <p>Names of operations and notifications of a peer are those with a handler; all others are {@link #OTHER}, so that no
 * peer can make up labels of metrics. Names that this side sends are as the application gives them.
 */
public interface EngineObserver {

    /** Observes nothing. Engines know this very object, and do nothing for it. */
    EngineObserver NONE = new EngineObserver() {};

    /** Runs tasks without a context. */
    Executor SAME_CONTEXT = Runnable::run;

    /** Stands for every name of a peer that only a fallback handles. */
    String OTHER = "_OTHER";

    /** An engine has started. Called before it has a connection. */
    default void started(EngineStatus engine) {}

    /** An engine has stopped; nothing of it may be kept. Some handlers may still run. */
    default void stopped(EngineStatus engine) {}

    /** The handshake with a peer is done. */
    default void opened(Sock sock) {}

    /**
     * An opened connection has ended.
     *
     * @param wasSlow whether this side gave the peer up because it did not take what was sent, or sent more than it let
     *     this side handle
     */
    default void closed(Sock sock, CloseReason reason, boolean wasSlow) {}

    /**
     * A request of the peer has arrived and has a handler. It may wait before it runs, and it never runs if it is
     * refused or given up before.
     *
     * @param caller where the request comes from; {@link TraceContext#NONE} if the peer does not say
     */
    default MessageObservation handles(Sock sock, String operation, TraceContext caller) {
        return MessageObservation.NONE;
    }

    /** This side requests something of the peer. All attempts are one request. */
    default MessageObservation calls(Sock sock, String operation) {
        return MessageObservation.NONE;
    }

    /** A notification of the peer has arrived and has a handler. */
    default MessageObservation receives(Sock sock, String notification, TraceContext sender) {
        return MessageObservation.NONE;
    }

    /** This side sends a notification; a broadcast is one for each peer. It ends when it is queued or was not. */
    default MessageObservation sends(Sock sock, String notification) {
        return MessageObservation.NONE;
    }

    /**
     * The context of the calling thread, such as its span, for a message that another thread sends later: one that waits
     * for a connection.
     *
     * @return runs each task at once, on the thread that gives it, in that context
     */
    default Executor callerContext() {
        return SAME_CONTEXT;
    }

    /**
     * A request of the peer was refused before it ran.
     *
     * @param code one of {@link org.gotalk.StandardCodes}
     */
    default void refused(Sock sock, String code) {}
}
