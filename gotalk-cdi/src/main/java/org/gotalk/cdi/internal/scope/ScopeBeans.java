package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanBuilder;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.cdi.OpenSocks;

/**
 * The synthetic beans of connections: the injected {@link Sock}, {@link OpenSocks} and {@link CloseReason}, and what is
 * active while a message is handled. The creators are public because containers instantiate them.
 */
public final class ScopeBeans {

    private ScopeBeans() {}

    /** Adds the beans, and the observer that ends all scopes with the application. */
    public static void addTo(SyntheticComponents components, RequestScopeUse requestScope) {
        bean(components, Sock.class, ApplicationScoped.class).createWith(OfSock.class);
        bean(components, OpenSocks.class, ApplicationScoped.class).createWith(OfOpenSocks.class);
        bean(components, CloseReason.class, Dependent.class).createWith(OfCloseReason.class);
        bean(components, SockScopes.class, Singleton.class).createWith(OfSockScopes.class);
        bean(components, ConnectionEvents.class, Singleton.class).createWith(OfConnectionEvents.class);
        requestScope.pass(
                bean(components, MessageContexts.class, Singleton.class).createWith(OfMessageContexts.class));
        components.addObserver(Shutdown.class).observeWith(AtShutdown.class);
    }

    private static <T> SyntheticBeanBuilder<T> bean(
            SyntheticComponents components, Class<T> type, Class<? extends Annotation> scope) {
        return components.addBean(type).type(type).scope(scope);
    }

    /** Creates the injected Sock. */
    public static final class OfSock implements SyntheticBeanCreator<Sock> {
        @Override
        public Sock create(Instance<Object> lookup, Parameters parameters) {
            return new CurrentSock();
        }
    }

    /** Creates the injected view of all connections. */
    public static final class OfOpenSocks implements SyntheticBeanCreator<OpenSocks> {
        @Override
        public OpenSocks create(Instance<Object> lookup, Parameters parameters) {
            return new Broadcaster(lookup.select(SockScopes.class).get());
        }
    }

    /** Returns the reason of the connection whose observers of the end are running. */
    public static final class OfCloseReason implements SyntheticBeanCreator<CloseReason> {
        @Override
        public CloseReason create(Instance<Object> lookup, Parameters parameters) {
            return Optional.ofNullable(ActiveScope.get())
                    .flatMap(SockScope::closeReason)
                    .orElseThrow(() -> new IllegalStateException("no connection is closing on this thread;"
                            + " inject CloseReason into observers of @Closed Sock, or use Sock.closed()"));
        }
    }

    /** Creates the register of connections. */
    public static final class OfSockScopes implements SyntheticBeanCreator<SockScopes> {
        @Override
        public SockScopes create(Instance<Object> lookup, Parameters parameters) {
            return new SockScopes();
        }
    }

    /** Creates the contexts of messages. */
    public static final class OfMessageContexts implements SyntheticBeanCreator<MessageContexts> {
        @Override
        public MessageContexts create(Instance<Object> lookup, Parameters parameters) {
            return new MessageContexts(
                    lookup.select(SockScopes.class).get(),
                    new RequestContexts(ModuleContainer.find(), RequestScopeUse.passed(parameters)));
        }
    }

    /** Creates the source of the events of connections. */
    public static final class OfConnectionEvents implements SyntheticBeanCreator<ConnectionEvents> {
        @Override
        public ConnectionEvents create(Instance<Object> lookup, Parameters parameters) {
            return new ConnectionEvents(
                    ModuleContainer.find(),
                    lookup.select(SockScopes.class).get(),
                    lookup.select(MessageContexts.class).get());
        }
    }

    /** Ends the scopes of connections that outlive the application, while its beans are still usable. */
    public static final class AtShutdown implements SyntheticObserver<Shutdown> {
        @Override
        public void observe(EventContext<Shutdown> event, Parameters parameters) {
            CDI.current().select(SockScopes.class).get().endAll();
        }
    }
}
