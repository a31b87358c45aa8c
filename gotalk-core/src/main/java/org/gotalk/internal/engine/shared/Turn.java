package org.gotalk.internal.engine.shared;

/**
 * Something that wants a worker now and then. It stands in the line of the {@link Workers} once at most; each time that
 * its turn comes it is run for a slice, after which it stands in line again if there is more to do.
 */
public abstract class Turn {

    private boolean inLine; // under the lock of WorkersState
    private boolean late; // under the lock of WorkersState
    private long since; // under the lock of WorkersState

    /** Does what there is to do, on the thread of this worker. */
    public abstract void run(Worker worker);

    /** The executor has no thread for any worker: this has left the line and will not be run. */
    public abstract void refused();

    /** This has waited longer than work should. It keeps its place in the line. */
    public void isLate() {}

    /** The worker that runs this has begun nothing new for a while: others should do what does not depend on it. */
    public void isHeldUp(Worker worker) {}

    /** Whether this enters the line with the call, and was not in it already. */
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

    /** Whether this has waited for longer than that, which is said once. */
    final boolean becomesLate(long now, long patience) {
        boolean becomes = !late && now - since >= patience;
        late |= becomes;
        return becomes;
    }
}
