package org.gotalk.reach.node;

import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.reach.Position;
import org.gotalk.reach.spi.Presence;
import org.jspecify.annotations.Nullable;

/** A connection of this server that is notified of a subject. Others are told that it came, and then that it went. */
final class LocalMember {

    private final LocalPeer peer;
    private final boolean isByItself;
    private final AtomicReference<State> state;
    private volatile Presence presence;
    private volatile @Nullable Position enteredAt;

    private enum State {
        NEW,
        COMES,
        GOES_AS_IT_COMES,
        PRESENT,
        GONE
    }

    /** @param isByItself whether the peer asked to be one */
    LocalMember(LocalPeer peer, Presence presence, boolean isByItself) {
        this(peer, presence, isByItself, new AtomicReference<>(State.NEW));
    }

    private LocalMember(LocalPeer peer, Presence presence, boolean isByItself, AtomicReference<State> state) {
        this.peer = peer;
        this.state = state;
        this.presence = presence;
        this.isByItself = isByItself;
    }

    LocalPeer peer() {
        return peer;
    }

    String id() {
        return peer.id();
    }

    Presence presence() {
        return presence;
    }

    void replacePresence(Presence newer) {
        presence = newer;
    }

    /** The last message that it does not get; null before it is a member. */
    @Nullable
    Position enteredAt() {
        return enteredAt;
    }

    void enteredAt(Position position) {
        enteredAt = position;
    }

    /** The same member as another peer: that of the session that its connection turned out to carry. */
    LocalMember as(LocalPeer other) {
        Presence same = new Presence(other.id(), presence.user(), presence.info());
        LocalMember moved = new LocalMember(other, same, isByItself, state);
        moved.enteredAt = enteredAt;
        return moved;
    }

    boolean isByItself() {
        return isByItself;
    }

    boolean isGone() {
        return state.get() == State.GONE;
    }

    /** Tells that it came, once; and that it went, if it did meanwhile. */
    void come(Runnable tellCame, Runnable tellWent) {
        if (!state.compareAndSet(State.NEW, State.COMES)) {
            return;
        }
        try {
            tellCame.run();
        } finally {
            if (!state.compareAndSet(State.COMES, State.PRESENT)) {
                state.set(State.GONE);
                tellWent.run();
            }
        }
    }

    /** Tells that it went, if anybody was told that it came. */
    void go(Runnable tellWent) {
        if (state.compareAndSet(State.NEW, State.GONE) || state.compareAndSet(State.COMES, State.GOES_AS_IT_COMES)) {
            return;
        }
        if (state.compareAndSet(State.PRESENT, State.GONE)) {
            tellWent.run();
        }
    }
}
