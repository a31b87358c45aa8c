package org.gotalk.microprofile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.gotalk.spi.EngineStatus;

/** Down while an engine drains, while the executor of its handlers begins nothing, and when there is no engine. */
@Readiness
@ApplicationScoped
public class EngineReadiness implements HealthCheck {

    private static final String READY = "ready";

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("gotalk");
        boolean isReady = !RunningEngines.all().isEmpty();
        for (EngineStatus engine : RunningEngines.all()) {
            String state = state(engine);
            response.withData(engine.name(), state);
            isReady &= state.equals(READY);
        }
        return response.status(isReady).build();
    }

    private static String state(EngineStatus engine) {
        if (engine.isDraining()) {
            return "draining";
        }
        if (engine.isExecutorStuck()) {
            Duration delay = engine.executorDelay();
            return "the executor has begun nothing for " + delay.toSeconds() + " s";
        }
        return READY;
    }
}
