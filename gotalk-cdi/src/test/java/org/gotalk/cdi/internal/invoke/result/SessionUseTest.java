package org.gotalk.cdi.internal.invoke.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class SessionUseTest {

    @SessionScoped
    static class Basket implements Serializable {

        private static final long serialVersionUID = 1L;

        String content() {
            return "tea";
        }
    }

    @Test
    void whySessionScopedBeansCannotBeUsedIsSaid() {
        Weld weld = new Weld().disableDiscovery().beanClasses(Basket.class);
        try (WeldContainer container = weld.initialize()) {
            Basket basket = container.select(Basket.class).get();
            Throwable inactive = catchThrowable(basket::content);
            assertThat(FailureUnwrapper.unwrapped(inactive))
                    .hasMessageContaining("gotalk.session-attributes")
                    .hasCause(inactive);
        }
    }

    @Test
    void whyTheSessionCannotBeUsedIsSaid() {
        Throwable outside =
                new IllegalStateException("WELD-000710: Cannot inject HttpSession outside of a Servlet request");
        assertThat(FailureUnwrapper.unwrapped(new RuntimeException(outside)))
                .hasMessageContaining("@SockScoped")
                .hasRootCause(outside);
    }

    @Test
    void otherFailuresAreLeftAlone() {
        Throwable other = new IllegalStateException("the shop is closed");
        assertThat(FailureUnwrapper.unwrapped(other)).isSameAs(other);
    }
}
