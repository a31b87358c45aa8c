package org.gotalk.net.internal.socket;

import java.lang.System.Logger;

/** Listeners and connections by address log here; operators find the name in docs/configuration.md. */
public final class NetLog {

    public static final Logger LOG = System.getLogger("org.gotalk.net");

    private NetLog() {}
}
