package org.gotalk.reach.node;

import java.lang.System.Logger;

/** The logger of rooms, documented in docs/configuration.md. */
final class ReachLog {

    static final Logger LOG = System.getLogger("org.gotalk.reach");

    private ReachLog() {}
}
