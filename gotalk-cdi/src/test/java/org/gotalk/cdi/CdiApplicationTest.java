package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.ServiceLoader;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;

class CdiApplicationTest {

    @Test
    void itIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Application.class)).hasExactlyElementsOfTypes(CdiApplication.class);
    }

    @Test
    void itServesNobodyBeforeItIsBoundToAContainer() {
        CdiApplication application = new CdiApplication();
        Sock sock = new CurrentSock();
        assertThatThrownBy(() -> application.opened(sock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("handlers() has not been called yet, which binds this to a CDI container");
        assertThatThrownBy(() -> application.closed(sock, CloseReason.NORMAL))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itNamesWhatItServes() {
        try (Served served = Served.beans(Greeter.class)) {
            assertThat(served.handlers().operations()).containsExactly("greet");
            assertThat(served.handlers().notifications()).containsExactly("greeted");
        }
    }

    @Test
    void anApplicationWithoutMarkedMethodsServesNothing() {
        try (Served served = Served.beans(Journal.class)) {
            assertThat(served.handlers().operations()).isEmpty();
        }
    }

    @Test
    void theModuleCanBeScannedWithoutMakingItsBeansAmbiguous() {
        Weld scanning = new Weld().addBeanClass(Greeter.class);
        try (Served served = Served.with(scanning)) {
            assertThat(served.connect().request("greet", "Ada", String.class)).isEqualTo("Hello Ada");
            assertThat(served.select(Sock.class).isResolvable()).isTrue();
            assertThat(served.select(OpenSocks.class).isResolvable()).isTrue();
        }
    }

    @Test
    void aClassThatAlsoProducesItselfServesByItsBean() {
        try (Served served = Served.beans(Versioned.class)) {
            assertThat(served.connect().request("version", "x", String.class)).isEqualTo("bean");
        }
    }

    @Dependent
    static class Versioned {
        private String version = "bean";

        @Produces
        @Named("old")
        static Versioned old() {
            Versioned old = new Versioned();
            old.version = "product";
            return old;
        }

        @Operation
        String version() {
            return version;
        }
    }

    @ApplicationScoped
    static class Greeter {
        @Operation
        String greet(String name) {
            return "Hello " + name;
        }

        @Notification
        void greeted(String name) {}
    }
}
