package org.gotalk.net.internal.socket;

/** An address where connections are accepted. */
public final class ListeningSocket {

    private final Acceptor acceptor;

    ListeningSocket(Acceptor acceptor) {
        this.acceptor = acceptor;
    }

    /** Accepts none for now; they wait with the network. */
    public void hold() {
        acceptor.hold();
    }

    /** Accepts again. */
    public void release() {
        acceptor.release();
    }

    /** Accepts no more, for good. */
    public void close() {
        acceptor.close();
    }
}
