package org.gotalk.jakarta.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * The threads on which an application runs: those of its server, or, where the server has none to give, our own.
 *
 * @param executor runs tasks with the application's context, independent of the submitting thread
 * @param inContext runs tasks synchronously, with that context
 * @param scheduler runs timers
 * @param factory creates long-running threads with that context
 * @param contexts captures the context of the calling thread, including the identity of the current user; the returned
 *     executor runs tasks synchronously in that context
 * @param isSizeKnown whether the executor runs as many tasks at once as were asked for; that of a server may run fewer
 * @param end ends those threads that belong to the application alone
 */
public record ContainerThreads(
        Executor executor,
        Executor inContext,
        ScheduledExecutorService scheduler,
        ThreadFactory factory,
        Supplier<Executor> contexts,
        boolean isSizeKnown,
        Runnable end) {}
