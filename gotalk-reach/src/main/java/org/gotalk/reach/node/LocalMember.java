package org.gotalk.reach.node;

import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.Sock;
import org.gotalk.reach.spi.Presence;

/** A connection of this server that is notified of a subject. Others are told that it came, and then that it went. */
final class LocalMember {

    private final Sock sock;
    private final boolean isByItself;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private volatile Presence presence;

    private enum State {
        NEW,
        COMES,
        GOES_AS_IT_COMES,
        PRESENT,
        GONE
    }

    /** @param isByItself whether the peer asked to be one */
    LocalMember(Sock sock, Presence presence, boolean isByItself) {
        this.sock = sock;
        this.presence = presence;
        this.isByItself = isByItself;
    }

    Sock sock() {
        return sock;
    }

    String id() {
        return presence.id();
    }

    Presence presence() {
        return presence;
    }

    void replacePresence(Presence newer) {
        presence = newer;
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
