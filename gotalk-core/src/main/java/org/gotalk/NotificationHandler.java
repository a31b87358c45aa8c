package org.gotalk;

/** Handles notifications with raw payloads. */
@FunctionalInterface
public interface NotificationHandler {

    /**
     * Handles one notification. Runs on the connection's executor, or on its reading thread if {@link #isNonBlocking}.
     * The notifications of one peer are handled one by one, in the order sent.
     *
     * @param peer the sender
     * @param name the name of the notification
     * @param payload the payload, which the handler may keep and change
     * @throws Exception is logged; nothing is sent to the peer
     */
    void handle(Sock peer, String name, byte[] payload) throws Exception;

    /**
     * Whether the handler is quick and never waits, as {@link RequestHandler#isNonBlocking}. It then runs on the thread
     * that reads from the connection, unless earlier notifications are not handled yet. False by default.
     */
    default boolean isNonBlocking() {
        return false;
    }

    /** Makes a handler non-blocking. */
    static NotificationHandler nonBlocking(NotificationHandler handler) {
        return new NonBlockingNotificationHandler(handler);
    }
}
