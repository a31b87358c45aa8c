package org.gotalk.cdi;

import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.EventContext;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/**
 * How the container makes the beans of this module. They are not found by scanning, so that they are there once
 * wherever the jar lies and whatever is scanned. The classes in here are public because containers create them.
 */
final class SyntheticBeans {

    private SyntheticBeans() {}

    /** Makes the injected Sock. */
    public static final class OfSock implements SyntheticBeanCreator<Sock> {
        @Override
        public Sock create(Instance<Object> lookup, Parameters parameters) {
            return new CurrentSock();
        }
    }

    /** Makes the view of all connections. */
    public static final class OfOpenSocks implements SyntheticBeanCreator<OpenSocks> {
        @Override
        public OpenSocks create(Instance<Object> lookup, Parameters parameters) {
            return new Broadcaster(lookup.select(SockScopes.class).get());
        }
    }

    /** Hands out the reason of the connection whose end is being told. */
    public static final class OfCloseReason implements SyntheticBeanCreator<CloseReason> {
        @Override
        public CloseReason create(Instance<Object> lookup, Parameters parameters) {
            return SockScope.active()
                    .flatMap(SockScope::closeReason)
                    .orElseThrow(() -> new IllegalStateException("no connection is ending:"
                            + " only observers of @Closed Sock can take a CloseReason; see Sock.closed() otherwise"));
        }
    }

    /** Makes the register of connections. */
    public static final class OfSockScopes implements SyntheticBeanCreator<SockScopes> {
        @Override
        public SockScopes create(Instance<Object> lookup, Parameters parameters) {
            return new SockScopes();
        }
    }

    /** Makes the list of marked methods. */
    public static final class OfBeanMethods implements SyntheticBeanCreator<BeanMethods> {
        @Override
        public BeanMethods create(Instance<Object> lookup, Parameters parameters) {
            return BeanMethods.passed(parameters);
        }
    }

    /** Ends the scopes of connections that outlive the application, while its beans can still be used. */
    public static final class AtShutdown implements SyntheticObserver<Shutdown> {
        @Override
        public void observe(EventContext<Shutdown> event, Parameters parameters) {
            CDI.current().select(SockScopes.class).get().endAll();
        }
    }
}
