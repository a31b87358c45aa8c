package org.gotalk.testing.locks;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What counted classes report: each lock that they take, by the method. */
public final class Tally {

    private static final Map<String, AtomicLong> LOCKS = new ConcurrentHashMap<>();

    private Tally() {}

    /** Called by counted classes alone. */
    public static void locked(String where) {
        LOCKS.computeIfAbsent(where, any -> new AtomicLong()).incrementAndGet();
    }

    /** Forgets what was counted. */
    public static void clear() {
        LOCKS.clear();
    }

    /** How often each method has taken a lock. */
    public static Map<String, AtomicLong> locks() {
        return LOCKS;
    }
}
