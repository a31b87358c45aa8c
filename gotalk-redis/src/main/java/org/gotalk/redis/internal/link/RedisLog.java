package org.gotalk.redis.internal.link;

import java.lang.System.Logger;

/** The logger of this module, documented in docs/configuration.md. Addresses are logged without user and password. */
public final class RedisLog {

    /** The only one. */
    public static final Logger LOG = System.getLogger("org.gotalk.redis");

    private RedisLog() {}
}
