package org.gotalk;

/** A request in parts, for its {@link StreamHandler} to read. */
public interface StreamRequest extends StreamReader {

    /** The requester. */
    Sock peer();

    /** The requested operation. */
    String operation();

    /** Whether the result is still wanted. Once it is not, reading and writing throw. */
    Cancellation cancellation();
}
