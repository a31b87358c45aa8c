package org.gotalk.cdi;

import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.EventContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ReconnectingSock;

/**
 * How the container makes the beans of this module. They are not found by scanning, so that they are there once
 * wherever the jar lies and whatever is scanned. The classes in here are public because containers create them.
 */
final class SyntheticBeans {

    /** Parameter: the names of all handler sets. */
    static final String SETS = "sets";

    /** Parameter: the name of one handler set. */
    static final String SET = "set";

    /** Parameter: the names of all remote peers. */
    static final String REMOTES = "remotes";

    /** Parameter: the name of one remote peer. */
    static final String REMOTE = "remote";

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
            return Optional.ofNullable(ActiveScope.get())
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

    /** Makes what messages are handled in. */
    public static final class OfMessageContexts implements SyntheticBeanCreator<MessageContexts> {
        @Override
        public MessageContexts create(Instance<Object> lookup, Parameters parameters) {
            return new MessageContexts(
                    lookup.select(SockScopes.class).get(),
                    new RequestContexts(CDI.current().getBeanContainer(), RequestScopeUse.passed(parameters)));
        }
    }

    /** Makes the list of marked methods. */
    public static final class OfBeanMethods implements SyntheticBeanCreator<BeanMethods> {
        @Override
        public BeanMethods create(Instance<Object> lookup, Parameters parameters) {
            return BeanMethods.passed(parameters);
        }
    }

    /** Makes the handlers of marked methods. */
    public static final class OfHandlerSets implements SyntheticBeanCreator<HandlerSets> {
        @Override
        public HandlerSets create(Instance<Object> lookup, Parameters parameters) {
            BeanContainer container = CDI.current().getBeanContainer();
            HandlerSets sets = new HandlerSets(List.of(parameters.get(SETS, String[].class)));
            new Wiring(container, lookup.select(MessageContexts.class).get())
                    .addTo(sets, lookup.select(BeanMethods.class).get());
            return sets;
        }
    }

    /** Hands out the default set. */
    public static final class OfHandlers implements SyntheticBeanCreator<Handlers> {
        @Override
        public Handlers create(Instance<Object> lookup, Parameters parameters) {
            return lookup.select(HandlerSets.class).get().standard();
        }
    }

    /** Hands out a set that has a name. */
    public static final class OfNamedHandlers implements SyntheticBeanCreator<Handlers> {
        @Override
        public Handlers create(Instance<Object> lookup, Parameters parameters) {
            return lookup.select(HandlerSets.class).get().named(parameters.get(SET, String.class));
        }
    }

    /** Makes what holds the application's network. */
    public static final class OfNetworkAccess implements SyntheticBeanCreator<NetworkAccess> {
        @Override
        public NetworkAccess create(Instance<Object> lookup, Parameters parameters) {
            return new NetworkAccess(Set.of(parameters.get(REMOTES, String[].class)));
        }
    }

    /** Makes the injected Gotalk. */
    public static final class OfGotalk implements SyntheticBeanCreator<Gotalk> {
        @Override
        public Gotalk create(Instance<Object> lookup, Parameters parameters) {
            return new ApplicationGotalk(lookup.select(NetworkAccess.class).get());
        }
    }

    /** Makes the connection to a remote peer. */
    public static final class OfRemote implements SyntheticBeanCreator<ReconnectingSock> {
        @Override
        public ReconnectingSock create(Instance<Object> lookup, Parameters parameters) {
            return new RemoteSock(
                    parameters.get(REMOTE, String.class),
                    lookup.select(NetworkAccess.class).get());
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
