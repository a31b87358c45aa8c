package org.gotalk.reach.node;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gotalk.Sock;
import org.jspecify.annotations.Nullable;

/** The peers that belong to something, by their connections. Thread-safe. */
final class LocalPeers {

    private final ConcurrentHashMap<Sock, LocalPeer> peers = new ConcurrentHashMap<>();
    private final Map<Sock, String> formerIds = Collections.synchronizedMap(new WeakHashMap<>()); // of those that moved
    private final String node;
    private volatile Consumer<LocalPeer> whenLost = peer -> {};

    /** @param node the name of this node, unique among all */
    LocalPeers(String node) {
        this.node = node;
    }

    /** Tells this one of each peer whose connection has closed. */
    void whenLost(Consumer<LocalPeer> listener) {
        whenLost = listener;
    }

    /** The peer of a connection; one that has ended if the connection has closed. */
    LocalPeer of(Sock sock) {
        LocalPeer known = peers.get(sock);
        if (known != null) {
            return known;
        }
        LocalPeer peer = new LocalPeer(newId(sock), sock);
        LocalPeer other = peers.putIfAbsent(sock, peer);
        if (other != null) {
            return other;
        }
        watch(sock);
        return peer;
    }

    /** The peer of a connection; null if it belongs to nothing. */
    @Nullable
    LocalPeer find(Sock sock) {
        return peers.get(sock);
    }

    /** The id of a connection as a member, among all nodes. */
    String idOf(Sock sock) {
        LocalPeer known = peers.get(sock);
        String id = known == null ? formerIds.get(sock) : known.id();
        return id == null ? newId(sock) : id;
    }

    /** A connection turns out to be the next one of a peer; returns the peer that it was taken for. */
    LocalPeer move(LocalPeer peer, Sock next) {
        LocalPeer taken = of(next);
        formerIds.put(next, peer.id());
        peer.moveTo(next);
        peers.put(next, peer);
        watch(next); // once more, since it may have closed before
        return taken;
    }

    /** A connection closes, and its handlers may still run: it enters nothing any more, unless its peer may come back. */
    void ended(Sock sock) {
        tell(of(sock), sock);
    }

    private void tell(LocalPeer peer, Sock sock) {
        if (peer.sock() == sock) {
            whenLost.accept(peer);
        }
    }

    /** All peers of connections that are there. */
    void forEach(Consumer<LocalPeer> action) {
        peers.values().forEach(action);
    }

    private String newId(Sock sock) {
        return node + '/' + sock.id();
    }

    private void watch(Sock sock) {
        CompletionStage<Void> unused = sock.closed().thenRun(() -> {
            LocalPeer peer = peers.remove(sock);
            if (peer != null) {
                tell(peer, sock);
            }
        });
    }
}
