package org.gotalk.internal.engine.inbound;

/** The permits of a connection: each running request holds one. Used under the lock of the {@link InboundState}. */
final class RequestPermits {

    private final int total;
    private int inUse;

    RequestPermits(int total) {
        this.total = total;
    }

    boolean isAvailable() {
        return inUse < total;
    }

    void acquire() {
        inUse++;
    }

    void release() {
        inUse--;
    }

    boolean isUnused() {
        return inUse == 0;
    }

    /** The share of permits in use, from 0 to 1. */
    double load() {
        return (double) inUse / total;
    }
}
