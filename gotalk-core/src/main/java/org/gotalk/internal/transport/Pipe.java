package org.gotalk.internal.transport;

import java.util.concurrent.Executor;
import org.gotalk.spi.Transport;

/**
 * A connection within this JVM: what is sent at one end is received at the other. Nothing is copied or buffered; a send
 * is complete when the other end has taken it.
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
     * A new pipe.
     *
     * @param executor delivers what was sent; for each end one thing at a time
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
