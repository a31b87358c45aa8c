package org.gotalk.jakarta;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.gotalk.PayloadCodec;
import org.gotalk.jakarta.internal.config.ReachSettings;
import org.gotalk.reach.node.ReachNode;
import org.gotalk.reach.node.ReachNodeBuilder;
import org.gotalk.reach.spi.ReachEngine;
import org.gotalk.reach.spi.ReachEngine.Connected;

/**
 * Starts the rooms of an application.
 *
 * @param contextPath that of the application, by which its servers know each other if the settings have no name
 * @param threads makes the threads of an engine
 */
record ApplicationReach(ReachSettings settings, String contextPath, ClassLoader loader, ThreadFactory threads) {

    /**
     * Starts them.
     *
     * @param codec that of the connections
     * @param executor delivers when publishers should not
     * @param scheduler ends sessions
     * @throws IllegalStateException if the settings name no engine that is there; the message names the remedy
     */
    ReachNode start(PayloadCodec codec, Executor executor, ScheduledExecutorService scheduler) {
        ReachNodeBuilder node = ReachNode.builder()
                .limits(settings.limits())
                .history(room -> settings.history())
                .codec(codec)
                .sessions(settings.sessions())
                .executor(executor)
                .scheduler(scheduler);
        if (settings.engine().equals(ReachSettings.MEMORY)) {
            return node.build();
        }
        Connected engine = connect();
        return node.broker(engine.broker()).presence(engine.presence()).build();
    }

    private Connected connect() {
        ReachEngine.Context context = new ReachEngine.Context(name(), threads, settings.limits());
        try {
            return engine().connect(settings.engine(), context);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Gotalk cannot start: gotalk.reach is \"" + settings.engineShown() + "\": " + e.getMessage(), e);
        }
    }

    private String name() {
        if (!settings.application().isEmpty()) {
            return settings.application();
        }
        return contextPath.isEmpty() ? "/" : contextPath;
    }

    private ReachEngine engine() {
        List<ReachEngine> found;
        try {
            found = ServiceLoader.load(ReachEngine.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException(
                    "Gotalk cannot start: META-INF/services/" + ReachEngine.class.getName() + " is wrong: "
                            + e.getMessage(),
                    e);
        }
        return found.stream()
                .filter(engine -> engine.accepts(settings.engine()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Gotalk cannot start: gotalk.reach is \""
                        + settings.engineShown() + "\", but no " + ReachEngine.class.getName()
                        + " in WEB-INF/lib accepts this address. Leave it out for rooms in memory, or add the jar of its"
                        + " engine"));
    }
}
