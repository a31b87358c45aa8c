package org.gotalk.net.internal.reconnect;

import org.gotalk.GotalkException;
import org.gotalk.internal.engine.EngineSock;

/** A message of this side that goes out on the connection that there is, or waits for one. */
interface WaitingMessage {

    /** What became of an attempt to send it. */
    enum Sent {
        /** It is queued with the connection, or of no interest any more. */
        YES,
        /** The connection takes no more at present. */
        NO_ROOM,
        /** The connection closes or has ended. */
        NO_CONNECTION
    }

    /** Its place among all messages. */
    long order();

    /** Its size on the wire, in bytes, more or less. */
    long size();

    /** Hands it to a connection, if that takes it at once. Never blocks. */
    Sent sendOn(EngineSock connection);

    /** It waits from now on. */
    void waits();

    /** It will not be sent. */
    void fail(GotalkException reason);
}
