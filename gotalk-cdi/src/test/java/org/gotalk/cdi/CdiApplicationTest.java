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
import org.gotalk.test.TestServer;
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
        assertThatThrownBy(application::remotes)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("CdiApplication is not bound to a CDI container; call handlers() first");
        assertThatThrownBy(() -> application.closed(null, CloseReason.NORMAL))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itNamesWhatItServes() {
        try (TestServer server = TestServer.beans(Greeter.class).start()) {
            assertThat(server.handlers().operations()).containsExactly("greet");
            assertThat(server.handlers().notifications()).containsExactly("greeted");
        }
    }

    @Test
    void anApplicationWithoutMarkedMethodsServesNothing() {
        try (TestServer server = TestServer.beans(Journal.class).start()) {
            assertThat(server.handlers().operations()).isEmpty();
        }
    }

    @Test
    void theModuleCanBeScannedWithoutMakingItsBeansAmbiguous() {
        Weld scanning = new Weld().addBeanClass(Greeter.class);
        try (TestServer server = TestServer.container(scanning.initialize()).start()) {
            assertThat(server.connect().request("greet", "Ada", String.class)).isEqualTo("Hello Ada");
            assertThat(server.bean(Sock.class)).isNotNull();
            assertThat(server.bean(OpenSocks.class)).isNotNull();
        }
    }

    @Test
    void aClassThatAlsoProducesItselfServesByItsBean() {
        try (TestServer server = TestServer.beans(Versioned.class).start()) {
            assertThat(server.connect().request("version", "x", String.class)).isEqualTo("bean");
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
