package org.gotalk.jakarta.internal.concurrent;

import jakarta.enterprise.concurrent.ContextService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The executors of a server with Jakarta Concurrency, which end with the server. */
final class ManagedThreads {

    private static final String CONTEXT_SERVICE = "java:comp/DefaultContextService";

    private ManagedThreads() {}

    /** Whether the server has an executor of this name, or one at all if its own are wanted. */
    @SuppressWarnings("BanJNDI") // the deployer sets the names, never a peer
    static boolean areThere(ThreadNames names) {
        try {
            String name = names.wantVirtual() ? ThreadNames.DEFAULT.executor() : names.executor();
            return InitialContext.doLookup(name) != null;
        } catch (NamingException none) {
            return false;
        }
    }

    static ContainerThreads find(ThreadNames names) {
        ExecutorService threads = find(ExecutorService.class, names.executor(), "gotalk.executor");
        ContextService contexts = find(ContextService.class, CONTEXT_SERVICE, "Jakarta Concurrency");
        Executor inContext = contexts.currentContextExecutor();
        return new ContainerThreads(
                submitting(threads, inContext),
                inContext,
                find(ScheduledExecutorService.class, names.scheduler(), "gotalk.scheduler"),
                find(ThreadFactory.class, names.factory(), "gotalk.thread-factory"),
                contexts::currentContextExecutor,
                false,
                () -> {});
    }

    /**
     * Tasks run in the context of the application, whoever submits them. GlassFish and Payara also capture that of the
     * submitting thread, and drop tasks from one that belongs to no application, such as a thread of their health page.
     */
    private static Executor submitting(ExecutorService threads, Executor inContext) {
        Executor plain = task -> threads.execute(() -> inContext.execute(task));
        boolean capturesSubmitters = threads.getClass().getName().startsWith("org.glassfish.");
        return capturesSubmitters ? task -> inContext.execute(() -> plain.execute(task)) : plain;
    }

    @SuppressWarnings("BanJNDI") // the deployer sets the names, never a peer
    private static <T> T find(Class<T> type, String name, String namedBy) {
        try {
            Object found = InitialContext.doLookup(name);
            if (type.isInstance(found)) {
                return type.cast(found);
            }
            throw new IllegalStateException("Gotalk cannot start: %s names \"%s\", which is a %s, but must be a %s"
                    .formatted(namedBy, name, found.getClass().getName(), type.getSimpleName()));
        } catch (NamingException e) {
            throw new IllegalStateException(
                    ("Gotalk cannot start: %s names \"%s\", which was not found (%s). The server must provide it, as"
                                    + " servers with Jakarta Concurrency do; Open Liberty with the features"
                                    + " concurrent-3.0 and jndi-1.0. Without a name, Gotalk has threads of its own on"
                                    + " servers that have none")
                            .formatted(namedBy, name, e.getMessage()),
                    e);
        }
    }
}
