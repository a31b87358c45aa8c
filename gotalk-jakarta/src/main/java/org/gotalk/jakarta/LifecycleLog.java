package org.gotalk.jakarta;

import java.lang.System.Logger;

/** Start and stop in an application log here; operators find the name in docs/configuration.md. */
final class LifecycleLog {

    static final Logger LOG = System.getLogger("org.gotalk.lifecycle");

    private LifecycleLog() {}
}
