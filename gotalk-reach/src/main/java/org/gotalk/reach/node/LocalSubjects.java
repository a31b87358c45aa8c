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
import org.gotalk.reach.spi.Broker;
import org.gotalk.reach.spi.BrokerListener;
import org.gotalk.reach.spi.PresenceStore;
import org.jspecify.annotations.Nullable;

/** All rooms and users that connections of this server belong to. Thread-safe. */
final class LocalSubjects implements BrokerListener {

    private final ConcurrentHashMap<String, LocalSubject> subjects = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Sock, PeerSubjects> peers = new ConcurrentHashMap<>();
    private final Broker broker;
    private final PresenceStore presence;
    private final BiConsumer<String, LocalMember> gone;

    /** @param gone told of each member that has left, with its subject */
    LocalSubjects(Broker broker, PresenceStore presence, BiConsumer<String, LocalMember> gone) {
        this.broker = broker;
        this.presence = presence;
        this.gone = gone;
    }

    /** A member and the last message it does not get. */
    record Entered(LocalMember member, Position position) {}

    /**
     * Makes a connection a member until it closes.
     *
     * @param max maximum rooms of a connection
     * @return completes when it gets messages and is seen to be present
     */
    CompletionStage<Entered> enter(String subject, LocalMember member, int max) {
        PeerSubjects own = subjectsOf(member.sock());
        return switch (own.enter(subject, max)) {
            case ENDED -> CompletableFuture.failedStage(closed(member.sock()));
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
        LocalMember known = position == null ? local.find(member.sock()) : null;
        if (position == null) {
            needNoMore(subject, local); // that of the known one
            position = local.position();
        }
        if (known != null) {
            known.replacePresence(member.presence());
        }
        Entered entered = new Entered(known == null ? member : known, position);
        return presence.join(subject, member.presence())
                .whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        leave(subject, member.sock());
                    }
                })
                .thenApply(nothing -> checked(subject, entered));
    }

    /** The connection may have closed before it was a member, so that nobody has taken it out. */
    private Entered checked(String subject, Entered entered) {
        Sock sock = entered.member().sock();
        if (subjectsOf(sock).hasEnded()) {
            leave(subject, sock);
            throw closed(sock);
        }
        return entered;
    }

    /** Takes a connection out; whether it was a member. */
    boolean leave(String subject, Sock sock) {
        LocalSubject local = subjects.get(subject);
        LocalMember member = local == null ? null : local.find(sock);
        if (local == null || member == null || !local.remove(member)) {
            return false;
        }
        PeerSubjects own = peers.get(sock);
        if (own != null) {
            own.leave(subject);
        }
        needNoMore(subject, local);
        CompletionStage<Void> unused = presence.leave(subject, member.id());
        gone.accept(subject, member);
        return true;
    }

    /** The member that a connection is; null if it is none. */
    @Nullable
    LocalMember find(String subject, Sock sock) {
        LocalSubject local = subjects.get(subject);
        return local == null ? null : local.find(sock);
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
            LocalSubject local = subjects.computeIfAbsent(subject, name -> new LocalSubject());
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

    private PeerSubjects subjectsOf(Sock sock) {
        PeerSubjects known = peers.get(sock);
        if (known != null) {
            return known;
        }
        PeerSubjects own = new PeerSubjects();
        PeerSubjects other = peers.putIfAbsent(sock, own);
        if (other != null) {
            return other;
        }
        CompletionStage<Void> unused = sock.closed().thenRun(() -> {
            end(sock, own);
            peers.remove(sock, own);
        });
        return own;
    }

    /** A connection closes: it leaves everything, and enters nothing any more. */
    void ended(Sock sock) {
        end(sock, subjectsOf(sock));
    }

    private void end(Sock sock, PeerSubjects own) {
        own.end().forEach(subject -> leave(subject, sock));
    }

    private static SockClosedException closed(Sock sock) {
        CloseReason reason = sock.closed().toCompletableFuture().getNow(CloseReason.NORMAL);
        return new SockClosedException(reason, false);
    }
}
