package org.gotalk.cdi.internal.scope;

import java.lang.System.Logger;

/** What concerns beans is logged here; operators find the name in docs/configuration.md. */
public final class CdiLog {

    public static final Logger LOG = System.getLogger("org.gotalk.cdi");

    private CdiLog() {}
}
