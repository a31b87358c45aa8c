package org.gotalk.conformance;

import java.util.Optional;

/**
 * A test, or what one is given, that talks to a Java peer over a transport. What it shows becomes a cell of the second
 * part of {@code docs/conformance.md}.
 */
public interface OnAWay {

    /** Over which, and in which role; empty where there is none but the engine's own seam. */
    Optional<Way> way();
}
