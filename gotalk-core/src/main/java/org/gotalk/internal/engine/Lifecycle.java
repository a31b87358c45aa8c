package org.gotalk.internal.engine;

import java.time.Duration;
import java.util.Optional;
import org.gotalk.CloseReason;
import org.gotalk.Heartbeat;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.HeartbeatMessage;

/** The life cycle of a connection, for its parts. */
interface Lifecycle extends Outbox.Listener {

    /** The peer's version was accepted. */
    void handshakeDone();

    /** A request of either side has finished; it may have been the last. */
    void workFinished();

    /** Stops decoding and reading. */
    void pauseReading();

    boolean isOpen();

    /** Why the connection closes or has ended. */
    CloseReason reason();

    /** Whether this side has told the peer not to come back: then nothing that the peer says counts any more. */
    boolean isPeerDismissed();

    /** Whether the peer of a connection that has ended may be back soon. */
    boolean mayComeBack();

    /** The futures of the life cycle. */
    LifecycleFutures futures();

    /** The last heartbeat of the peer. */
    Optional<Heartbeat> heartbeat();

    /** The peer sent a heartbeat. */
    void heard(HeartbeatMessage message);

    /** Closes after sending what is queued. */
    void close(CloseReason reason);

    /** Closes when all work is done or the grace period is over, after sending what is queued. */
    void drain(Duration grace, CloseReason reason);

    /** Closes at once and drops what is queued. */
    void abort(CloseReason reason);

    /** Sends a protocol error, then closes. */
    void protocolError(ErrorCode code, String detail);
}
