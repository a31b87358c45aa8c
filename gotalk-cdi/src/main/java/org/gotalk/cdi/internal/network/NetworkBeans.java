package org.gotalk.cdi.internal.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.inject.Singleton;
import java.util.Set;
import org.gotalk.Sock;
import org.gotalk.cdi.Remote;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ReconnectingSock;

/**
 * The synthetic beans that reach other servers: the injected {@link Gotalk} and {@link Remote} peers. The creators are
 * public because containers instantiate them.
 */
public final class NetworkBeans {

    private static final String REMOTES = "remotes";
    private static final String REMOTE = "remote";

    private NetworkBeans() {}

    /** Adds the beans, with one for each name of a remote peer. */
    public static void addTo(SyntheticComponents components, Set<String> remotes) {
        components
                .addBean(NetworkAccess.class)
                .type(NetworkAccess.class)
                .scope(Singleton.class)
                .withParam(REMOTES, remotes.toArray(String[]::new))
                .createWith(OfNetworkAccess.class);
        components
                .addBean(Gotalk.class)
                .type(Gotalk.class)
                .scope(ApplicationScoped.class)
                .createWith(OfGotalk.class);
        remotes.forEach(remote -> components
                .addBean(ReconnectingSock.class)
                .type(Sock.class)
                .type(ReconnectingSock.class)
                .qualifier(Remote.Literal.of(remote))
                .scope(ApplicationScoped.class)
                .withParam(REMOTE, remote)
                .createWith(OfRemote.class));
    }

    /** Creates the access to the network. */
    public static final class OfNetworkAccess implements SyntheticBeanCreator<NetworkAccess> {
        @Override
        public NetworkAccess create(Instance<Object> lookup, Parameters parameters) {
            return new NetworkAccess(Set.of(parameters.get(REMOTES, String[].class)));
        }
    }

    /** Creates the injected Gotalk. */
    public static final class OfGotalk implements SyntheticBeanCreator<Gotalk> {
        @Override
        public Gotalk create(Instance<Object> lookup, Parameters parameters) {
            return new ApplicationGotalk(lookup.select(NetworkAccess.class).get());
        }
    }

    /** Creates the injected Sock of a remote peer. */
    public static final class OfRemote implements SyntheticBeanCreator<ReconnectingSock> {
        @Override
        public ReconnectingSock create(Instance<Object> lookup, Parameters parameters) {
            return new RemoteSock(
                    parameters.get(REMOTE, String.class),
                    lookup.select(NetworkAccess.class).get());
        }
    }
}
