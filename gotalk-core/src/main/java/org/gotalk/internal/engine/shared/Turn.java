package org.gotalk.internal.engine.shared;

/**
 * A recurring piece of work for a worker. It is in the queue of the {@link Workers} at most once; each time it runs for
 * a slice, and is queued again if work remains.
 */
public abstract class Turn {

    private boolean inLine; // under the lock of WorkersState
    private boolean late; // under the lock of WorkersState
    private long since; // under the lock of WorkersState

    /** Does the work, on the worker's thread. */
    public abstract void run(TurnRunner runner);

    /** The executor has no thread for any worker: this has left the queue and will not run. */
    public abstract void refused();

    /** This has waited for too long. It remains in the queue. */
    public void isLate() {}

    /** This will wait until a peer answers: all workers block for peers, and the executor has no further thread. */
    public void isStuck() {}

    /** The worker that runs this has made no progress for a while: others should do independent work. */
    public void isHeldUp(TurnRunner runner) {}

    /** Marks this as queued; false if it was. */
    final boolean enter(long now) {
        boolean enters = !inLine;
        if (enters) {
            inLine = true;
            late = false;
            since = now;
        }
        return enters;
    }

    final void leave() {
        inLine = false;
    }

    final long waitedSince() {
        return since;
    }

    /** Whether this has waited for longer than the time; true only once. */
    final boolean becomesLate(long now, long maxWait) {
        boolean becomes = !late && now - since >= maxWait;
        late |= becomes;
        return becomes;
    }
}
