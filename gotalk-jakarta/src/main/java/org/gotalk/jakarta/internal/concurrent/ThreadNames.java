package org.gotalk.jakarta.internal.concurrent;

/**
 * The JNDI names of a server's executors.
 *
 * @param executor a managed executor, which runs handlers; or {@link #VIRTUAL}
 * @param scheduler a managed scheduled executor
 * @param factory a managed thread factory
 */
public record ThreadNames(String executor, String scheduler, String factory) {

    /** What each server with Jakarta Concurrency has. */
    public static final ThreadNames DEFAULT = new ThreadNames(
            "java:comp/DefaultManagedExecutorService",
            "java:comp/DefaultManagedScheduledExecutorService",
            "java:comp/DefaultManagedThreadFactory");

    /** Instead of a name: handlers run on virtual threads of our own. */
    public static final String VIRTUAL = "virtual";

    boolean wantVirtual() {
        return executor.equals(VIRTUAL);
    }

    boolean areDefault() {
        // By hand: what the JDK makes for a record's equals keeps its class loader for as long as there is memory.
        return (executor.equals(DEFAULT.executor) || wantVirtual())
                && scheduler.equals(DEFAULT.scheduler)
                && factory.equals(DEFAULT.factory);
    }
}
