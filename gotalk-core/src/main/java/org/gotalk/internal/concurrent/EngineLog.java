package org.gotalk.internal.concurrent;

import java.lang.System.Logger;

/** Conversations and the handlers that run in them log here; operators find the name in docs/configuration.md. */
public final class EngineLog {

    public static final Logger LOG = System.getLogger("org.gotalk.engine");

    private EngineLog() {}
}
