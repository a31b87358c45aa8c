package org.gotalk.cdi.internal.scope;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.Names;
import org.gotalk.PayloadCodec;
import org.gotalk.Sock;
import org.gotalk.cdi.OpenSocks;

/** The injected {@link OpenSocks}. */
final class Broadcaster implements OpenSocks {

    private final SockScopes scopes;
    private final Predicate<? super Sock> filter;

    /** All connections. */
    Broadcaster(SockScopes scopes) {
        this(scopes, sock -> true);
    }

    private Broadcaster(SockScopes scopes, Predicate<? super Sock> filter) {
        this.scopes = scopes;
        this.filter = filter;
    }

    @Override
    public int size() {
        return Math.toIntExact(stream().count());
    }

    @Override
    public Iterator<Sock> iterator() {
        return stream().iterator();
    }

    @Override
    public Stream<Sock> stream() {
        return scopes.snapshot().stream().filter(filter);
    }

    @Override
    public OpenSocks ofUser(String name) {
        Predicate<? super Sock> before = filter;
        return new Broadcaster(scopes, sock -> before.test(sock) && isOf(name, sock));
    }

    private static boolean isOf(String name, Sock sock) {
        return sock.peer()
                .principal()
                .map(Principal::getName)
                .filter(name::equals)
                .isPresent();
    }

    @Override
    public void close(CloseReason reason) {
        stream().forEach(sock -> sock.close(reason));
    }

    @Override
    public List<Sock> broadcast(String name, Object value) {
        return send(name, value, stream());
    }

    @Override
    public List<Sock> broadcast(String name, Object value, Predicate<? super Sock> to) {
        return send(name, value, stream().filter(to));
    }

    @Override
    public List<Sock> broadcast(String name, Object value, Collection<? extends Sock> to) {
        return send(name, value, to.stream());
    }

    private static List<Sock> send(String name, Object value, Stream<? extends Sock> peers) {
        Names.checked(name);
        // Connections of one endpoint share a codec; those of another may have a different one.
        IdentityHashMap<PayloadCodec, EncodedNotification> encoded = new IdentityHashMap<>();
        List<Sock> missed = new ArrayList<>();
        peers.forEach(peer -> {
            if (!peer.tryNotify(encoded.computeIfAbsent(peer.codec(), codec -> peer.encode(name, value)))) {
                missed.add(peer);
            }
        });
        return List.copyOf(missed);
    }
}
