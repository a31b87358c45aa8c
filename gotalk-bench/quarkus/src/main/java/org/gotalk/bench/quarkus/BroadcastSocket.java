package org.gotalk.bench.quarkus;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;

/** Rooms as Quarkus offers them: a broadcast to those connections that a filter chooses among all of the endpoint. */
@WebSocket(path = "/broadcast")
public class BroadcastSocket {

    private static final TypedKey<String> ROOM = TypedKey.forString("room");

    @Inject
    WebSocketConnection connection;

    /** Joins a room by name. */
    @NonBlocking
    @OnTextMessage
    public String join(String name) {
        connection.userData().put(ROOM, name);
        return name;
    }

    /** Says something to all members, the sender included. */
    @OnBinaryMessage
    public Uni<Void> say(Buffer message) {
        String room = connection.userData().get(ROOM);
        return connection
                .broadcast()
                .filter(member -> room.equals(member.userData().get(ROOM)))
                .sendBinary(message);
    }
}
