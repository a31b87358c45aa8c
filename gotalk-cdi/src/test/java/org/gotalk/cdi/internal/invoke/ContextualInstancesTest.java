package org.gotalk.cdi.internal.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.SockScoped;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls go to the instance itself where there is one; nobody can tell the difference. */
class ContextualInstancesTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Counter.class, Session.class, Politely.class, Ends.class)
            .extension();

    private final Sock client = server.connect();

    @Test
    void anInstanceThatIsDestroyedHasASuccessorForTheNextCall() {
        assertThat(count("application")).isEqualTo(1);
        assertThat(count("application")).isEqualTo(2);
        client.request("end application", "x");
        assertThat(count("application")).isEqualTo(1);
    }

    @Test
    void soHasAnInstanceOfOneConnection() {
        assertThat(count("connection")).isEqualTo(1);
        assertThat(count("connection")).isEqualTo(2);
        client.request("end connection", "x");
        assertThat(count("connection")).isEqualTo(1);
    }

    @Test
    void decoratorsApplyToTheFirstCallAndToAllOthers() {
        assertThat(client.request("greet", "Ann", String.class)).isEqualTo("dear Ann");
        assertThat(client.request("greet", "Bob", String.class)).isEqualTo("dear Bob");
    }

    private int count(String operation) {
        return client.request(operation, "x", int.class);
    }

    interface Greeting {
        String greet(String name);
    }

    @ApplicationScoped
    static class Counter implements Greeting {
        private final AtomicInteger calls = new AtomicInteger();

        @Operation("application")
        int count() {
            return calls.incrementAndGet();
        }

        @Override
        @Operation
        public String greet(String name) {
            return name;
        }
    }

    @SockScoped
    static class Session {
        private final AtomicInteger calls = new AtomicInteger();

        @Operation("connection")
        int count() {
            return calls.incrementAndGet();
        }
    }

    @Decorator
    @Priority(Interceptor.Priority.APPLICATION)
    abstract static class Politely implements Greeting {
        @Inject
        @Delegate
        Greeting delegate;

        @Override
        public String greet(String name) {
            return "dear " + delegate.greet(name);
        }
    }

    @ApplicationScoped
    static class Ends {
        @Inject
        BeanContainer container;

        @Operation("end application")
        void endApplication() {
            end(Counter.class);
        }

        @Operation("end connection")
        void endConnection() {
            end(Session.class);
        }

        private void end(Class<?> type) {
            Bean<?> bean = container.resolve(container.getBeans(type));
            ((AlterableContext) container.getContext(bean.getScope())).destroy(bean);
        }
    }
}
