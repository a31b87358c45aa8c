package org.gotalk.cdi.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import org.gotalk.Sock;
import org.gotalk.cdi.Journal;
import org.gotalk.cdi.Operation;
import org.gotalk.test.TestServer;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request context costs more than the rest of a call, so it is begun only where the application can tell. */
class RequestContextsTest {

    @Test
    void noneIsBegunWhereNothingIsRequestScoped() {
        assertThat(isActive(weld(Probe.class))).isFalse();
    }

    @Test
    void noneIsBegunForABeanThatBeginsItsOwn() {
        try (TestServer server = TestServer.beans(Probe.class).start()) {
            Sock client = server.connect();
            assertThat(client.request("annotated", "x", boolean.class)).isTrue();
            assertThat(client.request("by hand", "x", boolean.class)).isTrue();
            assertThat(client.request("active", "x", boolean.class)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RequestScopes.Bean.class,
                RequestScopes.Producer.class,
                RequestScopes.ProducerField.class,
                RequestScopes.Stereotyped.class
            })
    void oneIsBegunWhereABeanIsRequestScoped(Class<?> bean) {
        assertThat(isActive(weld(Probe.class, bean))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RequestScopes.InField.class,
                RequestScopes.InConstructor.class,
                RequestScopes.InInitializer.class,
                RequestScopes.InProducer.class,
                RequestScopes.InDisposer.class,
                RequestScopes.InObserver.class,
                RequestScopes.InInstance.class,
                RequestScopes.InProvider.class
            })
    void oneIsBegunWhereSomethingRequestScopedOfTheServerIsInjected(Class<?> bean) {
        assertThat(isActive(weld(Probe.class, bean))).isTrue();
    }

    @Test
    void oneIsBegunWhereABeanOfAnotherExtensionIsInjected() {
        assertThat(isActive(withVisit(Probe.class, RequestScopes.Visited.class)))
                .isTrue();
        assertThat(isActive(withVisit(Probe.class))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RequestScopes.ObservesBegin.class,
                RequestScopes.ObservesEndToCome.class,
                RequestScopes.ObservesEnd.class
            })
    void oneIsBegunWhereTheContextItselfIsObserved(Class<?> bean) {
        assertThat(isActive(weld(Probe.class, bean))).isTrue();
    }

    @Test
    void noneIsBegunForObserversOfAnotherContext() {
        assertThat(isActive(weld(Probe.class, RequestScopes.ObservesApplication.class)))
                .isFalse();
    }

    @Test
    void itsBeginAndItsEndAreToldForEachCall() {
        try (TestServer server = TestServer.beans(Probe.class, Journal.class, RequestScopes.Told.class)
                .start()) {
            Sock client = server.connect();
            client.request("active", "x", boolean.class);
            client.request("active", "x", boolean.class);
            assertThat(server.bean(Journal.class).next(4)).containsExactly("begin", "end", "begin", "end");
        }
    }

    private static Weld weld(Class<?>... classes) {
        return new Weld().disableDiscovery().beanClasses(classes);
    }

    private static Weld withVisit(Class<?>... classes) {
        return weld(classes).addExtension(new Visits());
    }

    /** Whether a request context is active in a call. */
    private static boolean isActive(Weld weld) {
        try (TestServer server = TestServer.container(weld.initialize()).start()) {
            return server.connect().request("active", "x", boolean.class);
        }
    }

    /** Adds a bean when all others are known. */
    static class Visits implements Extension {
        void add(@Observes AfterBeanDiscovery event) {
            event.addBean()
                    .types(RequestScopes.Visit.class, Object.class)
                    .scope(RequestScoped.class)
                    .createWith(context -> new RequestScopes.Visit());
        }
    }

    @ApplicationScoped
    static class Probe {

        @Inject
        BeanContainer container;

        @Inject
        RequestContextController controller;

        @Operation
        boolean active() {
            try {
                return container.getContext(RequestScoped.class).isActive();
            } catch (ContextNotActiveException e) {
                return false;
            }
        }

        @Operation
        @ActivateRequestContext
        boolean annotated() {
            return active();
        }

        @Operation("by hand")
        boolean byHand() {
            boolean begun = controller.activate();
            try {
                return begun && active();
            } finally {
                controller.deactivate();
            }
        }
    }
}
