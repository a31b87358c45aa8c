package org.gotalk.internal.engine.shared;

/** What a {@link Turn} sees of the worker that runs it. */
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
