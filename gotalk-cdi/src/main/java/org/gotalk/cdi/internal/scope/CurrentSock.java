package org.gotalk.cdi.internal.scope;

import org.gotalk.Sock;

/**
 * The injected {@link Sock}: the peer whose message the calling thread handles. Not a client proxy of the container,
 * because its exceptions at the wrong time say what to do instead.
 */
public final class CurrentSock extends ForwardingSock {

    CurrentSock() {}

    /**
     * The connection that a Sock is: for the injected one, that of the peer whose message the calling thread handles. The
     * injected one has a proxy of the container around it, so it is known by its id.
     *
     * @throws IllegalStateException if it is the injected one and the thread handles no message
     */
    public static Sock connection(Sock peer) {
        String id = peer.id();
        SockScope active = ActiveScope.get();
        return active != null && active.sock().id().equals(id) ? active.sock() : peer;
    }

    @Override
    protected Sock current() {
        SockScope active = ActiveScope.get();
        if (active == null) {
            throw new IllegalStateException("this thread handles no message, so the injected Sock has no peer;"
                    + " to reach one peer, keep the Sock that a method takes as a parameter;"
                    + " to reach all, inject OpenSocks");
        }
        return active.sock();
    }

    @Override
    public String toString() {
        SockScope active = ActiveScope.get();
        return active == null ? "Sock of no message" : active.sock().toString();
    }
}
