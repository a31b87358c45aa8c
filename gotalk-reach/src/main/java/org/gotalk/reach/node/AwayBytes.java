package org.gotalk.reach.node;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that all peers without a connection keep, with a limit. Thread-safe. */
final class AwayBytes {

    private final long max;
    private final AtomicLong bytes = new AtomicLong();
    private volatile Runnable whenOver = () -> {};

    AwayBytes(long max) {
        this.max = max;
    }

    /** Runs this one when there are too many, see {@link #makeRoom}. */
    void whenOver(Runnable action) {
        whenOver = action;
    }

    /** More is kept. May be called with a lock held, so that nothing is done about the limit here. */
    void add(long size) {
        bytes.addAndGet(size);
    }

    void remove(long size) {
        bytes.addAndGet(-size);
    }

    boolean isOver() {
        return bytes.get() > max;
    }

    /** Holds to the limit. Called with no lock held. */
    void makeRoom() {
        if (isOver()) {
            whenOver.run();
        }
    }
}
