package org.gotalk.jakarta;

import java.lang.System.Logger;

/** The logger of start and stop in an application, documented in docs/configuration.md. */
final class LifecycleLog {

    static final Logger LOG = System.getLogger("org.gotalk.lifecycle");

    private LifecycleLog() {}
}
