package org.gotalk.cdi.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Specializes;
import org.gotalk.cdi.Operation;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;

class AlternativesTest {

    @Test
    void aSelectedAlternativeServesInsteadOfTheOthers() {
        assertThat(answer(Real.class, Mock.class)).isEqualTo("mock");
    }

    @Test
    void theAlternativeOfHighestPriorityServes() {
        assertThat(answer(Mock.class, Real.class, BetterMock.class)).isEqualTo("better mock");
    }

    @Test
    void anAlternativeThatIsNotSelectedDoesNotServe() {
        assertThat(answer(Real.class, Unselected.class)).isEqualTo("real");
    }

    @Test
    void aSpecializingBeanServesInsteadOfItsParent() {
        assertThat(answer(Real.class, Special.class)).isEqualTo("special");
    }

    private static String answer(Class<?>... beans) {
        try (TestServer server = TestServer.beans(beans).start()) {
            return server.connect().request("who", "x", String.class);
        }
    }

    @ApplicationScoped
    static class Real {
        @Operation
        String who() {
            return "real";
        }
    }

    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class Mock extends Real {
        @Override
        @Operation
        String who() {
            return "mock";
        }
    }

    @Alternative
    @Priority(2)
    @ApplicationScoped
    static class BetterMock {
        @Operation
        String who() {
            return "better mock";
        }
    }

    @Alternative
    @ApplicationScoped
    static class Unselected {
        @Operation
        String who() {
            return "unselected";
        }
    }

    @Specializes
    @ApplicationScoped
    static class Special extends Real {
        @Override
        @Operation
        String who() {
            return "special";
        }
    }
}
