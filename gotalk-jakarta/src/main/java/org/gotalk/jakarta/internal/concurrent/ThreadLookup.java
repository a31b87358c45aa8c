package org.gotalk.jakarta.internal.concurrent;

/** Finds the threads of an application. */
public final class ThreadLookup {

    private ThreadLookup() {}

    /**
     * Looks executors up by their names, or creates some where the server has no Jakarta Concurrency and no name is set.
     * Must be called on a thread with the application's context, which is captured here: class loader, naming and
     * everything else that the container's default context service propagates.
     *
     * @param names of executors
     * @param application where it is, for the names of threads
     * @param maxRunning handlers at once, where the threads are created here
     * @throws IllegalStateException if a name is not bound; the message has the setting
     */
    public static ContainerThreads find(ThreadNames names, String application, ClassLoader loader, int maxRunning) {
        return names.areDefault() && !ManagedThreads.areThere(names)
                ? OwnThreads.create(application, loader, maxRunning)
                : ManagedThreads.find(names);
    }
}
