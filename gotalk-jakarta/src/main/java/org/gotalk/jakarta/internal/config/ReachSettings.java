package org.gotalk.jakarta.internal.config;

import org.gotalk.reach.Keep;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.SessionLimits;

/**
 * The settings of rooms.
 *
 * @param engine the address of what carries them to other servers; {@link #MEMORY} for nothing. May contain a password
 * @param application the name under which servers share them; empty for the context path
 * @param limits their limits
 * @param history what is kept of each where no bean decides
 * @param sessions the limits of sessions that survive the loss of a connection
 */
public record ReachSettings(
        String engine, String application, ReachLimits limits, Keep history, SessionLimits sessions) {

    /** Rooms of this server alone. */
    public static final String MEMORY = "memory";

    @Override
    public String toString() {
        return "ReachSettings[" + engineShown() + ", " + application + ", " + limits + ", " + history + ", " + sessions
                + "]";
    }

    /** The address up to its scheme, for messages: the rest may contain a password. */
    public String engineShown() {
        int scheme = engine.indexOf(':');
        return scheme < 0 ? engine : engine.substring(0, scheme + 1) + "…";
    }
}
