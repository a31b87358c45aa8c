package org.gotalk;

/**
 * A notification that is ready to be sent, to any number of peers. Made by {@link Sock#encode(String, Object)} or, for
 * connections that share a codec, once for all of them.
 */
public interface EncodedNotification {

    /** Its name, for logs. */
    String name();

    /** Its size on the wire, in bytes. */
    int size();
}
