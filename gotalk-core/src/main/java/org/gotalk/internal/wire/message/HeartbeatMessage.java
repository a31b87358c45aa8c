package org.gotalk.internal.wire.message;

/**
 * {@code h}: a heartbeat.
 *
 * @param load the load of the sender, from 0 (idle) to 65535 (overloaded)
 * @param time the sender's clock, in seconds since 1970, 0 to 4,294,967,295
 */
public record HeartbeatMessage(int load, long time) implements Message {

    @Override
    public MessageKind kind() {
        return MessageKind.HEARTBEAT;
    }

    @Override
    public void deliverTo(MessageReceiver receiver) {
        receiver.heartbeat(this);
    }
}
