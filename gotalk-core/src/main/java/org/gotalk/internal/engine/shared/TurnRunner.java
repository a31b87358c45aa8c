package org.gotalk.internal.engine.shared;

/** The interface of a worker for the {@link Turn} that it runs. */
public interface TurnRunner {

    /** The time of the engine's clock, in nanoseconds. */
    long now();

    /**
     * A step of the turn begins, such as a handler.
     *
     * @param isQuick false if it may block or take long, so that other workers take over what does not depend on it
     */
    void begins(boolean isQuick);

    /** When the current step began. */
    long stepBegan();

    /** Whether others have waited long enough that the turn should end. */
    boolean isSliceOver();
}
