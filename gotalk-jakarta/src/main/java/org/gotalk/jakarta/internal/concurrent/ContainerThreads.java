package org.gotalk.jakarta.internal.concurrent;

import jakarta.enterprise.concurrent.ContextService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The container's executors, found by their JNDI names.
 *
 * @param executor runs tasks with the application's context, independent of the submitting thread
 * @param inContext runs tasks synchronously, with that context
 * @param scheduler runs timers
 * @param factory creates long-running threads with that context
 * @param contexts captures the context of the calling thread, including the identity of the current user; the returned
 *     executor runs tasks synchronously in that context
 */
public record ContainerThreads(
        Executor executor,
        Executor inContext,
        ScheduledExecutorService scheduler,
        ThreadFactory factory,
        Supplier<Executor> contexts) {

    private static final String CONTEXT_SERVICE = "java:comp/DefaultContextService";

    /**
     * Looks the executors up. Must be called on a thread with the application's context, which is captured here: class
     * loader, naming and everything else that the container's default context service propagates.
     *
     * @throws IllegalStateException if a name is not bound; the message has the setting
     */
    public static ContainerThreads find(String executorName, String schedulerName, String factoryName) {
        ExecutorService threads = find(ExecutorService.class, executorName, "gotalk.executor");
        ContextService contexts = find(ContextService.class, CONTEXT_SERVICE, "Jakarta Concurrency");
        Executor inContext = contexts.currentContextExecutor();
        return new ContainerThreads(
                task -> threads.execute(() -> inContext.execute(task)),
                inContext,
                find(ScheduledExecutorService.class, schedulerName, "gotalk.scheduler"),
                find(ThreadFactory.class, factoryName, "gotalk.thread-factory"),
                contexts::currentContextExecutor);
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
                    ("Gotalk cannot start: %s names \"%s\", which was not found (%s). The server must"
                                    + " provide it; Open Liberty does with the features concurrent-3.0 and jndi-1.0")
                            .formatted(namedBy, name, e.getMessage()),
                    e);
        }
    }
}
