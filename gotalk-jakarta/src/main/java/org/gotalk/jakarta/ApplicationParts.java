package org.gotalk.jakarta;

import jakarta.servlet.ServletContext;
import java.util.List;
import org.gotalk.PayloadCodec;
import org.gotalk.internal.engine.Engine;
import org.gotalk.internal.engine.EngineBuilder;
import org.gotalk.jakarta.internal.concurrent.ContainerThreads;
import org.gotalk.jakarta.internal.config.Settings;
import org.gotalk.reach.node.ReachNode;
import org.gotalk.spi.Application;

/** What connections of one application have in common: its threads, its rooms, its events and its engine. */
record ApplicationParts(ApplicationThreads threads, ReachNode reach, EndpointEvents events, Engine engine) {

    /**
     * Starts them.
     *
     * @param remedy what gives the executor more threads
     * @throws IllegalStateException if something is missing; the message names the remedy. Then nothing is left behind
     */
    static ApplicationParts start(
            Application application, ServletContext context, Settings settings, ContainerThreads found, String remedy) {
        ApplicationThreads threads = ApplicationThreads.on(found, settings.closeTimeout());
        try {
            PayloadCodec codec = application.codec().orElseGet(PayloadCodec::fromClassPath);
            ReachNode reach = new ApplicationReach(
                            settings.reach(), context.getContextPath(), context.getClassLoader(), found.factory())
                    .start(codec, threads.executor(), found.scheduler());
            try {
                EndpointEvents events = new EndpointEvents(reach.around(application));
                return new ApplicationParts(
                        threads,
                        reach,
                        events,
                        new EngineBuilder(events)
                                .name(context.getContextPath().isEmpty() ? "/" : context.getContextPath())
                                .observers(context.getClassLoader(), List.of())
                                .maxExecutorDelay(settings.maxExecutorDelay())
                                .limits(settings.limits())
                                .codec(codec)
                                .executor(threads.executor())
                                .workers(settings.maxRunning())
                                .remedy(remedy)
                                .scheduler(threads.scheduler())
                                .build());
            } catch (RuntimeException e) {
                reach.close();
                throw e;
            }
        } catch (RuntimeException e) {
            threads.end();
            throw e;
        }
    }

    /** Releases them, after all connections have closed. */
    void end() {
        try {
            reach.close();
        } finally {
            threads.end();
        }
    }
}
