package org.gotalk.microprofile;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.EngineStatus;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.TraceContext;
import org.jspecify.annotations.Nullable;

/** Reports an engine to MicroProfile Metrics, where the server has it. docs/operations.md has the names. */
public final class MetricsObserver implements EngineObserver {

    private volatile @Nullable Meters meters; // set when the engine starts

    @Override
    public void started(EngineStatus engine) {
        MetricRegistry registry = registry();
        if (registry != null) {
            meters = new Meters(registry, engine);
        }
    }

    private static @Nullable MetricRegistry registry() {
        try {
            Instance<ApplicationMetrics> found = CDI.current().select(ApplicationMetrics.class);
            return found.isResolvable() ? found.get().registry() : null;
        } catch (IllegalStateException | LinkageError neitherBeansNorMetrics) {
            return null;
        }
    }

    @Override
    public void stopped(EngineStatus engine) {
        Meters current = meters;
        if (current != null) {
            current.remove();
        }
    }

    @Override
    public void closed(Sock sock, CloseReason reason, boolean wasSlow) {
        Meters current = meters;
        if (current != null) {
            current.closed(reason, wasSlow);
        }
    }

    @Override
    public void refused(Sock sock, String code) {
        Meters current = meters;
        if (current != null) {
            current.refused(code);
        }
    }

    @Override
    public MessageObservation handles(Sock sock, String operation, TraceContext caller) {
        return timed("gotalk.handled.requests", operation);
    }

    @Override
    public MessageObservation calls(Sock sock, String operation) {
        return timed("gotalk.made.requests", operation);
    }

    @Override
    public MessageObservation receives(Sock sock, String notification, TraceContext sender) {
        return timed("gotalk.handled.notifications", notification);
    }

    @Override
    public MessageObservation sends(Sock sock, String notification) {
        Meters current = meters;
        return current == null ? MessageObservation.NONE : new CountedMessage(current, notification);
    }

    private MessageObservation timed(String metric, String name) {
        Meters current = meters;
        return current == null ? MessageObservation.NONE : new TimedMessage(current, metric, name, System.nanoTime());
    }
}
