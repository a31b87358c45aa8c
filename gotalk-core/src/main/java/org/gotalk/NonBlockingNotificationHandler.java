package org.gotalk;

/** A non-blocking notification handler. */
record NonBlockingNotificationHandler(NotificationHandler handler) implements NotificationHandler {

    static NotificationHandler of(NotificationHandler handler, boolean nonBlocking) {
        return nonBlocking ? new NonBlockingNotificationHandler(handler) : handler;
    }

    @Override
    public void handle(Sock peer, String name, byte[] payload) throws Exception {
        handler.handle(peer, name, payload);
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }
}
