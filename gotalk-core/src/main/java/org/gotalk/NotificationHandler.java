package org.gotalk;

/** Takes notifications, as payloads. */
@FunctionalInterface
public interface NotificationHandler {

    /**
     * Takes one notification. Called on the connection's executor, or where it reads if it {@link #isNonBlocking}; the
     * notifications of one peer come one after the other, in the order in which they were sent.
     *
     * @param peer where it came from
     * @param name the notification's name
     * @param payload its payload, which is the handler's own
     * @throws Exception is logged; the peer does not get to know
     */
    void handle(Sock peer, String name, byte[] payload) throws Exception;

    /**
     * Whether this is quick and never waits, as {@link RequestHandler#isNonBlocking}. It is then called on the thread that
     * reads from the connection, unless notifications before it are still to be handled. False unless said otherwise.
     */
    default boolean isNonBlocking() {
        return false;
    }

    /** The same handler, which is known to be quick and never to wait. */
    static NotificationHandler nonBlocking(NotificationHandler handler) {
        return new NonBlockingNotificationHandler(handler);
    }
}
