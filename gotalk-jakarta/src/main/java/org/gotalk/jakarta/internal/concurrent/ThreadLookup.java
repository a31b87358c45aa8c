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
     * @throws IllegalStateException if a name is not bound, or this Java has no virtual threads; the message has the
     *     setting
     */
    public static ContainerThreads find(ThreadNames names, String application, ClassLoader loader, int maxRunning) {
        boolean isManaged = ManagedThreads.areThere(names);
        if (names.wantVirtual() && isManaged) {
            throw new IllegalStateException("Gotalk cannot start: gotalk.executor is \"virtual\", which is for servers"
                    + " without Jakarta Concurrency. This one has it: define a managed executor with virtual threads"
                    + " (@ManagedExecutorDefinition with virtual = true, Concurrency 3.1), and set gotalk.executor to"
                    + " its name");
        }
        if (isManaged || !names.areDefault()) {
            return ManagedThreads.find(names);
        }
        return names.wantVirtual()
                ? OwnThreads.virtual(application, loader)
                : OwnThreads.create(application, loader, maxRunning);
    }
}
