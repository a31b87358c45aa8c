package org.gotalk.cdi;

import org.gotalk.Sock;

/**
 * What is injected as a {@link Sock}: whoever is being handled on the calling thread. Written by hand instead of made
 * by the container as a proxy of the scope, so that using it at the wrong time says what to do instead.
 */
final class CurrentSock extends ForwardingSock {

    @Override
    Sock current() {
        SockScope active = ActiveScope.get();
        if (active == null) {
            throw new IllegalStateException("the injected Sock stands for the peer whose message is being handled, but"
                    + " this thread handles none; to reach a peer at other times, let the method take a Sock parameter"
                    + " and keep that, or inject OpenSocks to reach all");
        }
        return active.sock();
    }

    @Override
    public String toString() {
        SockScope active = ActiveScope.get();
        return active == null ? "Sock of no message" : active.sock().toString();
    }
}
