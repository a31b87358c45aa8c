package org.gotalk.internal.concurrent;

import java.lang.System.Logger;

/** The logger of connections and their handlers, documented in docs/configuration.md. */
public final class EngineLog {

    public static final Logger LOG = System.getLogger("org.gotalk.engine");

    private EngineLog() {}
}
