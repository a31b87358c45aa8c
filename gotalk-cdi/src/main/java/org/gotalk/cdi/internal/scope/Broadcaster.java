package org.gotalk.cdi.internal.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gotalk.EncodedNotification;
import org.gotalk.Names;
import org.gotalk.PayloadCodec;
import org.gotalk.Sock;
import org.gotalk.cdi.OpenSocks;

/** The injected {@link OpenSocks}. */
final class Broadcaster implements OpenSocks {

    private final SockScopes scopes;

    Broadcaster(SockScopes scopes) {
        this.scopes = scopes;
    }

    @Override
    public int size() {
        return scopes.size();
    }

    @Override
    public Iterator<Sock> iterator() {
        return scopes.snapshot().iterator();
    }

    @Override
    public Stream<Sock> stream() {
        return scopes.snapshot().stream();
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
