package org.gotalk.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.EngineStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When an application is ready, and when it is alive. */
class HealthTest {

    private static final TestEngine SHOP = TestEngine.idle("/shop");

    private final RunningEngines engines = new RunningEngines();

    @BeforeAll
    static void answerAsAServerDoes() {
        HealthCheckResponse.setResponseProvider(new TestResponses());
    }

    @AfterEach
    void stopAll() {
        RunningEngines.all().forEach(engines::stopped);
    }

    private HealthCheckResponse readiness(EngineStatus... running) {
        for (EngineStatus each : running) {
            engines.started(each);
        }
        return new EngineReadiness().call();
    }

    @Test
    void anIdleEngineIsReady() {
        HealthCheckResponse response = readiness(SHOP);
        assertThat(response.getStatus()).isEqualTo(Status.UP);
        assertThat(response.getData()).contains(Map.of("/shop", "ready"));
    }

    @Test
    void aDrainingEngineIsNotReady() {
        HealthCheckResponse response = readiness(SHOP.draining(), TestEngine.idle("/other"));
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData()).contains(Map.of("/shop", "draining", "/other", "ready"));
    }

    @Test
    void anEngineWhoseExecutorIsStuckIsNotReady() {
        HealthCheckResponse response = readiness(SHOP.delayedBy(Duration.ofSeconds(12)));
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData()).contains(Map.of("/shop", "the executor has begun nothing for 12 s"));
    }

    @Test
    void anApplicationWithoutEngineIsNotReadyButAlive() {
        assertThat(readiness().getStatus()).isEqualTo(Status.DOWN);
        assertThat(new EngineLiveness().call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anEngineWhoseClockTicksIsAlive() {
        engines.started(SHOP);
        HealthCheckResponse response = new EngineLiveness().call();
        assertThat(response.getStatus()).isEqualTo(Status.UP);
        assertThat(response.getData()).contains(Map.of("/shop", "its clock ticked 200 ms ago"));
    }

    @Test
    void anEngineWhoseClockStandsStillIsNotAlive() {
        engines.started(SHOP.tickedBefore(Duration.ofSeconds(31)));
        assertThat(new EngineLiveness().call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void enginesFindItAsAService() {
        assertThat(ServiceLoader.load(EngineObserver.class)).hasAtLeastOneElementOfType(RunningEngines.class);
    }
}
