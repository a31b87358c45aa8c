package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.Heartbeat;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.wire.ErrorCode;
import org.gotalk.internal.wire.HeartbeatMessage;

/** The life of a connection, as its parts see it. */
interface Lifecycle extends Outbox.Listener {

    /** The peer's version came. */
    void handshakeDone();

    /** What was under way is over, and may have been the last. */
    void somethingIsOver();

    /** Nothing further is to be read. */
    void pauseReading();

    boolean isOpen();

    /** Why the connection closes or has ended. */
    CloseReason reason();

    /** Completes when the transport has ended. */
    CompletionStage<CloseReason> ended();

    /** Completes when the application knows of the end. */
    CompletionStage<CloseReason> closed();

    /** The last heartbeat of the peer. */
    Optional<Heartbeat> heartbeat();

    /** The peer lives. */
    void heard(HeartbeatMessage message);

    /** Closes after what is queued. */
    void close(CloseReason reason);

    /** Closes when all that is under way is done, or the grace is over, after what is queued. */
    void drain(Duration grace, CloseReason reason);

    /** Closes at once; what is queued is dropped. */
    void abort(CloseReason reason);

    /** Tells the peer what is wrong with it, then closes. */
    void protocolError(ErrorCode code, String detail);
}
