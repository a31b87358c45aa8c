package org.gotalk.net.internal.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.gotalk.internal.concurrent.Scheduler;

/**
 * Ends this side's direction of a socket, and takes what the peer still sends for a short while before it is closed. A
 * socket that is closed while bytes are unread makes the network drop what was sent last, which is often the very
 * message that tells why.
 */
final class LingeringClose {

    /** Longer than a peer that reads needs to see the end. */
    static final Duration TIME = Duration.ofSeconds(1);

    private final Scheduler scheduler;

    LingeringClose(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Ends this side's direction; whether the peer may still be there, so that it is to be closed later. */
    boolean begin(SocketChannel channel, Runnable close) {
        try {
            channel.shutdownOutput();
            return scheduler.schedule(close, TIME) != Scheduler.Cancellable.DROPPED;
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes what still comes, until the peer ends too. */
    void discard(SocketChannel channel, ByteBuffer buffer) throws IOException {
        if (channel.read(buffer) < 0) {
            channel.close();
        }
    }
}
