package org.gotalk;

/** A request of the peer that comes in parts, as the operation's {@link StreamHandler} reads it. */
public interface StreamRequest extends StreamReader {

    /** Where it came from. */
    Sock peer();

    /** The name of the operation that was requested. */
    String operation();
}
