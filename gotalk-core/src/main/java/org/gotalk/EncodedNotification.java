package org.gotalk;

/**
 * An encoded notification that can be sent to any number of peers. Made by {@link Sock#encode(String, Object)};
 * connections with the same codec may share it.
 */
public interface EncodedNotification {

    /** The name of the notification, for logs. */
    String name();

    /** The size on the wire, in bytes. */
    int size();
}
