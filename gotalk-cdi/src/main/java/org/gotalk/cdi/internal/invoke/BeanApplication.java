package org.gotalk.cdi.internal.invoke;

import static org.gotalk.cdi.internal.scope.CdiLog.LOG;

import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.enterprise.inject.spi.Unmanaged.UnmanagedInstance;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.PayloadCodec;
import org.gotalk.Sock;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.cdi.internal.network.NetworkAccess;
import org.gotalk.cdi.internal.scope.ConnectionEvents;
import org.gotalk.net.Network;
import org.gotalk.net.NetworkApplication;
import org.gotalk.reach.Member;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.gotalk.reach.Resumed;
import org.gotalk.reach.RoomAuthorizer;
import org.gotalk.reach.RoomHistory;
import org.gotalk.spi.CredentialCheck;
import org.gotalk.spi.ManagedObject;
import org.gotalk.spi.TokenAuthenticator;

/** The application of one container, to which each {@link CdiApplication} delegates. */
record BeanApplication(
        BeanHandlers beanHandlers,
        AccessBeans access,
        ConnectionEvents events,
        NetworkAccess network,
        RoomBeans rooms,
        Optional<PayloadCodec> codec)
        implements NetworkApplication, ReachApplication {

    @Override
    public Handlers handlers() {
        log("Gotalk", beanHandlers.standard());
        beanHandlers.forEachNamed((name, handlers) -> log("Gotalk handler set \"" + name + "\"", handlers));
        return beanHandlers.standard();
    }

    @Override
    public Handlers handlers(String set) {
        return beanHandlers.named(set);
    }

    @Override
    public Optional<TokenAuthenticator> authenticator() {
        return access.authenticator();
    }

    @Override
    public Set<String> roles() {
        return access.roles();
    }

    @Override
    public Optional<CredentialCheck> credentials() {
        return access.credentials();
    }

    @Override
    public Set<String> remotes() {
        return network.remotes();
    }

    @Override
    public void start(Network started) {
        network.start(started);
    }

    @Override
    public void start(Reach reach) {
        rooms.reach().start(reach);
    }

    @Override
    public RoomAuthorizer authorizer() {
        return rooms.authorizer();
    }

    @Override
    public Optional<RoomHistory> history() {
        return rooms.history();
    }

    @Override
    public void joined(Sock peer, Member member) {
        rooms.observers().joined(peer, member);
    }

    @Override
    public void left(Sock peer, Member member) {
        rooms.observers().left(peer, member);
    }

    @Override
    public void resumed(Resumed resumed) {
        rooms.observers().resumed(resumed);
    }

    @Override
    public <T> ManagedObject<T> create(Class<T> endpoint) {
        UnmanagedInstance<T> created = new Unmanaged<>(endpoint).newInstance();
        created.produce().inject().postConstruct();
        return new ManagedObject<>(created.get(), () -> created.preDestroy().dispose());
    }

    @Override
    public void opened(Sock sock) {
        events.opened(sock);
    }

    @Override
    public void heartbeat(Sock sock, Heartbeat heartbeat) {
        events.heartbeat(sock, heartbeat);
    }

    @Override
    public void closed(Sock sock, CloseReason reason) {
        events.closed(sock, reason);
    }

    private static void log(String who, Handlers handlers) {
        LOG.log(
                Level.INFO,
                "{0} serves operations {1} and notifications {2}",
                who,
                handlers.operations(),
                handlers.notifications());
    }
}
