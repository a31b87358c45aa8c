package org.gotalk.reach.spi;

import java.util.concurrent.ThreadFactory;
import org.gotalk.reach.ReachLimits;

/**
 * What carries rooms to other servers, as a service that {@link java.util.ServiceLoader} finds in a jar of its own. The
 * setting {@code gotalk.reach} is its address, such as {@code redis://cache:6379}.
 */
public interface ReachEngine {

    /** Whether this engine is the one at an address, which may be any text. Called before {@link #connect}. */
    boolean accepts(String address);

    /**
     * Prepares the parts of one node; called once for each application that starts. The engine need not be reachable yet.
     *
     * @throws IllegalArgumentException if the address is accepted but wrong; the message is for the operator
     */
    Connected connect(String address, Context context);

    /**
     * Whom the parts are for.
     *
     * @param application the name of the application, the same on all servers that share its rooms, and another one for
     *     each other application
     * @param threads makes threads that belong to the application; the engine runs its own code on these alone, so that
     *     nothing of the application stays behind in threads of the server
     * @param limits the limits of rooms
     */
    record Context(String application, ThreadFactory threads, ReachLimits limits) {}

    /**
     * The parts of one node, not yet started: a node starts both, and closes both.
     *
     * @param broker carries messages
     * @param presence knows who is present; beats by itself while it is started
     */
    record Connected(Broker broker, PresenceStore presence) implements AutoCloseable {

        /** Closes both, the broker first. */
        @Override
        public void close() {
            try {
                broker.close();
            } finally {
                presence.close();
            }
        }
    }
}
