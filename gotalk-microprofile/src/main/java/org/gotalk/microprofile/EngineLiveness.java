package org.gotalk.microprofile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.gotalk.spi.EngineStatus;

/** Down when the clock of an engine, which checks all timeouts, has stood still for half a minute. */
@Liveness
@ApplicationScoped
public class EngineLiveness implements HealthCheck {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("gotalk");
        boolean isAlive = true;
        for (EngineStatus engine : RunningEngines.all()) {
            Duration pause = engine.sinceTick();
            response.withData(engine.name(), "its clock ticked " + pause.toMillis() + " ms ago");
            isAlive &= pause.compareTo(LONGEST_PAUSE) <= 0;
        }
        return response.status(isAlive).build();
    }
}
