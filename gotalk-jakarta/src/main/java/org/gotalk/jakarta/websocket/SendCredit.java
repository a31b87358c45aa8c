package org.gotalk.jakarta.websocket;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes may be on their way to a peer that nobody has seen it read. Every now and then the peer is pinged: its
 * pong proves that it has read whatever was sent before. Each ping carries a number that cannot be guessed, so that no
 * peer is credited with more than it has read.
 *
 * <p>Used by whoever sends, one at a time; only pongs may come at any time.
 */
final class SendCredit {

    /** What a frame of a server has besides its payload, at most. */
    private static final int FRAME_HEADER = 10;

    private final long limit;
    private long sent;
    private volatile long proven;
    private volatile @Nullable Ping unanswered;

    /** A ping on its way, and how much was sent before it. */
    private record Ping(long number, long sentBefore) {}

    /** A credit of so many bytes; zero for none. */
    SendCredit(long limit) {
        this.limit = limit;
    }

    boolean covers(int size) {
        return sent + size + FRAME_HEADER - proven <= limit;
    }

    /** So much was sent, covered or not. */
    void sent(int size) {
        sent += size + FRAME_HEADER;
    }

    /** What the peer is to be pinged with now; none while there is credit enough, or a ping is on its way. */
    Optional<ByteBuffer> ping() {
        if (unanswered != null || sent - proven < limit / 2) {
            return Optional.empty();
        }
        Ping ping = new Ping(ThreadLocalRandom.current().nextLong(), sent);
        unanswered = ping;
        return Optional.of(
                ByteBuffer.allocate(Long.BYTES).putLong(ping.number()).flip());
    }

    /** A pong came; those that answer nothing are ignored, as WebSocket allows them. */
    void pong(ByteBuffer data) {
        Ping ping = unanswered;
        if (ping != null && data.remaining() == Long.BYTES && data.getLong(data.position()) == ping.number()) {
            proven = ping.sentBefore();
            unanswered = null;
        }
    }
}
