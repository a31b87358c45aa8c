package org.gotalk.internal.transport;

import java.util.concurrent.Executor;
import org.gotalk.spi.Transport;

/**
 * An in-memory connection: what one end sends, the other receives. Nothing is copied or buffered; a send completes when
 * the other end has consumed it.
 */
public final class Pipe {

    private final PipeEnd left;
    private final PipeEnd right;

    private Pipe(Executor executor) {
        left = new PipeEnd(executor);
        right = new PipeEnd(executor);
        left.join(right);
        right.join(left);
    }

    /**
     * Creates a pipe.
     *
     * @param executor delivers what is sent, for each end one at a time
     */
    public static Pipe on(Executor executor) {
        return new Pipe(executor);
    }

    /** One end. */
    public Transport left() {
        return left;
    }

    /** The other end. */
    public Transport right() {
        return right;
    }
}
