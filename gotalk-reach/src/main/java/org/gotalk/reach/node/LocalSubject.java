package org.gotalk.reach.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.reach.Position;
import org.gotalk.reach.node.AwayMessages.Delivered;
import org.jspecify.annotations.Nullable;

/**
 * A room or a user, as far as connections of this server belong to it. Subscribed while there is one, or one is about to
 * come. Thread-safe.
 */
final class LocalSubject {

    private final String name;
    private final CompletableFuture<Position> subscribed = new CompletableFuture<>();

    @GuardedBy("this")
    private final Map<LocalPeer, LocalMember> members = new LinkedHashMap<>();

    @GuardedBy("this")
    private LocalMember @Nullable [] all; // the members, until they change

    @GuardedBy("this")
    private @Nullable Position last;

    @GuardedBy("this")
    private int needs; // members, and those about to come

    @GuardedBy("this")
    private boolean hasEnded;

    LocalSubject(String name) {
        this.name = name;
    }

    /** Somebody is about to come. How many need this now; 0 if it has ended. */
    synchronized int need() {
        if (hasEnded) {
            return 0;
        }
        return ++needs;
    }

    /** Somebody does not need this any more. Whether it has ended with that. */
    synchronized boolean needNoMore() {
        needs--;
        hasEnded = needs == 0;
        return hasEnded;
    }

    /** Takes the outcome of the subscription. */
    void subscribed(@Nullable Position position, @Nullable Throwable failure) {
        if (position == null) {
            subscribed.completeExceptionally(failure == null ? new IllegalStateException("no position") : failure);
            return;
        }
        synchronized (this) {
            if (last == null || position.isAfter(last)) {
                last = position;
            }
        }
        subscribed.complete(position);
    }

    /** Completes when messages come; fails if they cannot. */
    CompletionStage<Position> subscribed() {
        return subscribed;
    }

    /** Adds a member, and returns the last message it does not get; null if the peer is one already. */
    synchronized @Nullable Position add(LocalMember member) {
        if (members.putIfAbsent(member.peer(), member) != null) {
            return null;
        }
        all = null;
        Position position = position();
        member.enteredAt(position);
        return position;
    }

    synchronized @Nullable LocalMember find(LocalPeer peer) {
        return members.get(peer);
    }

    /**
     * A peer turns out to be another one, which may be a member, too.
     *
     * @return what went to the first of them directly, if both were members; the first one is a member no more
     */
    synchronized @Nullable Delivered merge(LocalMember first, LocalPeer same) {
        if (!members.remove(first.peer(), first)) {
            return null;
        }
        all = null;
        boolean wasMember = members.putIfAbsent(same, first.as(same)) != null;
        Position entered = first.enteredAt();
        return wasMember && entered != null ? new Delivered(entered, position()) : null;
    }

    /** The last message that was delivered. */
    synchronized Position position() {
        return Objects.requireNonNull(last, "not subscribed yet");
    }

    /** Removes a member; whether it was one. */
    synchronized boolean remove(LocalMember member) {
        boolean wasOne = members.remove(member.peer(), member);
        if (wasOne) {
            all = null;
        }
        return wasOne;
    }

    /** Sends a message to all members. Called for one message at a time. */
    void deliver(Position position, byte[] encoded) {
        LocalMember[] to = next(position);
        if (to.length == 0) {
            return;
        }
        RoomMessage message = RoomMessage.decode(encoded);
        switch (message.kind()) {
            case NOTIFICATION -> deliver(position, message, to);
            case CLOSE -> close(message.reason(), to);
        }
    }

    private void deliver(Position position, RoomMessage message, LocalMember[] to) {
        EncodedNotification notification = to[0].peer().sock().encode(message.name(), message.payload());
        boolean isForAll = message.except().isEmpty();
        for (LocalMember member : to) {
            boolean isMeant = isForAll || !message.except().equals(member.id());
            if (isMeant && !member.isGone()) {
                member.peer().deliver(name, position, notification);
            }
        }
    }

    private static void close(CloseReason reason, LocalMember[] to) {
        for (LocalMember member : to) {
            member.peer().close(reason);
        }
    }

    /** The members that get a message; none if it was delivered before. */
    private synchronized LocalMember[] next(Position position) {
        boolean isKnown = last != null && position.epoch().equals(last.epoch()) && !position.isAfter(last);
        if (isKnown) {
            return new LocalMember[0];
        }
        last = position;
        LocalMember[] now = all;
        if (now == null) {
            now = members.values().toArray(LocalMember[]::new);
            all = now;
        }
        return now;
    }
}
