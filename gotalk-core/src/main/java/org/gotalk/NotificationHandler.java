package org.gotalk;

/** Takes notifications, as payloads. */
@FunctionalInterface
public interface NotificationHandler {

    /**
     * Takes one notification. Called on the connection's executor; the notifications of one peer come one after the
     * other, in the order in which they were sent.
     *
     * @param peer where it came from
     * @param name the notification's name
     * @param payload its payload, which is the handler's own
     * @throws Exception is logged; the peer does not get to know
     */
    void handle(Sock peer, String name, byte[] payload) throws Exception;
}
