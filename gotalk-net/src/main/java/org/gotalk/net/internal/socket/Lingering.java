package org.gotalk.net.internal.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.gotalk.internal.concurrent.Scheduler;

/**
 * The goodbye of a socket: it says that nothing more will come, and takes what the peer still sends for a short while. A
 * socket that is closed while bytes are unread makes the network drop what was sent last, which is often the very
 * message that tells why.
 */
final class Lingering {

    /** Longer than a peer that reads needs to see the end. */
    static final Duration TIME = Duration.ofSeconds(1);

    private final Scheduler scheduler;

    Lingering(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Ends this side's direction; whether the peer may still be there, so that it is to be closed later. */
    boolean begin(SocketChannel channel, Runnable close) {
        try {
            channel.shutdownOutput();
            Scheduler.Cancellable unused = scheduler.schedule(close, TIME);
            return true;
        } catch (IOException | RejectedExecutionException e) {
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
