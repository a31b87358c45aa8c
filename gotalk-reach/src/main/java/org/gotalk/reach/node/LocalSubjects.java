package org.gotalk.reach.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.gotalk.CloseReason;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.reach.Position;
import org.gotalk.reach.node.AwayMessages.Delivered;
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.BrokerListener;
import org.gotalk.reach.spi.PresenceStore;
import org.jspecify.annotations.Nullable;

/** All rooms and users that connections of this server belong to. Thread-safe. */
final class LocalSubjects implements BrokerListener {

    private final ConcurrentHashMap<String, LocalSubject> subjects = new ConcurrentHashMap<>();
    private final LocalPeers peers;
    private final Broker broker;
    private final PresenceStore presence;
    private final BiConsumer<String, LocalMember> gone;

    /** @param gone told of each member that has left, with its subject */
    LocalSubjects(LocalPeers peers, Broker broker, PresenceStore presence, BiConsumer<String, LocalMember> gone) {
        this.peers = peers;
        this.broker = broker;
        this.presence = presence;
        this.gone = gone;
    }

    /** A member and the last message it does not get. */
    record Entered(LocalMember member, Position position) {}

    /**
     * Makes a peer a member until it is lost for good.
     *
     * @param max maximum rooms of a connection
     * @return completes when it gets messages and is seen to be present
     */
    CompletionStage<Entered> enter(String subject, LocalMember member, int max) {
        LocalPeer own = member.peer();
        return switch (own.enter(subject, max)) {
            case ENDED -> CompletableFuture.failedStage(closed(own.sock()));
            case TOO_MANY ->
                CompletableFuture.failedStage(new OperationException(
                        "this connection is in " + max + " rooms already, which is the limit; leave one first"));
            case KNOWN -> subscribe(subject, member, () -> {});
            case ENTERED -> subscribe(subject, member, () -> own.leave(subject));
        };
    }

    private CompletionStage<Entered> subscribe(String subject, LocalMember member, Runnable undo) {
        LocalSubject local = need(subject);
        return local.subscribed()
                .whenComplete((position, failure) -> {
                    if (failure != null) {
                        undo.run();
                        needNoMore(subject, local);
                    }
                })
                .thenCompose(position -> add(subject, local, member));
    }

    private CompletionStage<Entered> add(String subject, LocalSubject local, LocalMember member) {
        Position position = local.add(member);
        LocalMember known = position == null ? local.find(member.peer()) : null;
        if (position == null) {
            needNoMore(subject, local); // that of the known one
            position = local.position();
        }
        if (known != null) {
            known.replacePresence(member.presence());
        }
        member.peer().add(subject); // another one may have left meanwhile
        Entered entered = new Entered(known == null ? member : known, position);
        return presence.join(subject, member.presence())
                .whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        leave(subject, member.peer());
                    }
                })
                .thenApply(nothing -> checked(subject, entered));
    }

    /** The peer may have been lost before it was a member, so that nobody has taken it out. */
    private Entered checked(String subject, Entered entered) {
        LocalPeer peer = entered.member().peer();
        if (peer.hasEnded()) {
            leave(subject, peer);
            throw closed(peer.sock());
        }
        return entered;
    }

    /** Takes a peer out; whether it was a member. */
    boolean leave(String subject, LocalPeer peer) {
        LocalSubject local = subjects.get(subject);
        LocalMember member = local == null ? null : local.find(peer);
        if (local == null || member == null || !local.remove(member)) {
            return false;
        }
        peer.leave(subject);
        needNoMore(subject, local);
        CompletionStage<Void> unused = presence.leave(subject, member.id());
        gone.accept(subject, member);
        return true;
    }

    /** As {@link #leave(String, LocalPeer)}, for the peer of a connection. */
    boolean leave(String subject, Sock sock) {
        LocalPeer peer = peers.find(sock);
        return peer != null && leave(subject, peer);
    }

    /** A peer is lost for good: takes it out of everything. */
    void end(LocalPeer peer) {
        peer.end().forEach(subject -> leave(subject, peer));
    }

    /** A peer turns out to be another one: what the first belongs to, the other does from now on. */
    void merge(LocalPeer first, LocalPeer same, PeerSession session, int maxRooms) {
        for (String subject : first.end()) {
            LocalSubject local = subjects.get(subject);
            LocalMember member = local == null ? null : local.find(first);
            if (local == null || member == null) {
                continue;
            }
            if (same.enter(subject, maxRooms) == LocalPeer.Answer.TOO_MANY) {
                leave(subject, first);
                continue;
            }
            Delivered delivered = local.merge(member, same);
            if (delivered != null) {
                session.wereDelivered(subject, delivered);
                needNoMore(subject, local);
            } else {
                CompletionStage<Void> unused =
                        presence.join(subject, member.as(same).presence());
            }
            enterAbsence(subject, member);
        }
    }

    private void enterAbsence(String subject, LocalMember member) {
        CompletionStage<Void> unused = presence.leave(subject, member.id());
    }

    /** The member that the peer of a connection is; null if it is none. */
    @Nullable
    LocalMember find(String subject, Sock sock) {
        LocalSubject local = subjects.get(subject);
        LocalPeer peer = peers.find(sock);
        return local == null || peer == null ? null : local.find(peer);
    }

    @Override
    public void took(String channel, Position position, byte[] message) {
        LocalSubject local = subjects.get(channel);
        if (local != null) {
            local.deliver(position, message);
        }
    }

    private LocalSubject need(String subject) {
        while (true) {
            LocalSubject local = subjects.computeIfAbsent(subject, LocalSubject::new);
            int needs = local.need();
            if (needs == 1) {
                CompletionStage<Position> unused = broker.subscribe(subject).whenComplete(local::subscribed);
            }
            if (needs > 0) {
                return local;
            }
        }
    }

    private void needNoMore(String subject, LocalSubject local) {
        if (local.needNoMore() && subjects.remove(subject, local)) {
            broker.unsubscribe(subject);
        }
    }

    private static SockClosedException closed(Sock sock) {
        CloseReason reason = sock.closed().toCompletableFuture().getNow(CloseReason.NORMAL);
        return new SockClosedException(reason, false);
    }
}
