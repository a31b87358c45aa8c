package org.gotalk.bench.quarkus;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rooms, with lists of their members: less work than {@link BroadcastSocket}, which asks each connection for each message. */
@WebSocket(path = "/rooms")
public class RoomSocket {

    private static final TypedKey<String> NAME = TypedKey.forString("room");

    private final Map<String, List<WebSocketConnection>> rooms = new ConcurrentHashMap<>();

    /** Joins a room by name. */
    @NonBlocking
    @OnTextMessage
    public String join(String name, WebSocketConnection joining) {
        joining.userData().put(NAME, name);
        rooms.computeIfAbsent(name, unused -> new CopyOnWriteArrayList<>()).add(joining);
        return name;
    }

    /** Says something to all members, the sender included. */
    @OnBinaryMessage
    public Uni<Void> say(Buffer message, WebSocketConnection saying) {
        List<Uni<Void>> sent =
                room(saying).stream().map(member -> member.sendBinary(message)).toList();
        return Uni.join().all(sent).andFailFast().replaceWithVoid();
    }

    /** Leaves. */
    @NonBlocking
    @OnClose
    public void left(WebSocketConnection leaving) {
        room(leaving).remove(leaving);
    }

    private List<WebSocketConnection> room(WebSocketConnection member) {
        return rooms.getOrDefault(member.userData().get(NAME), List.of());
    }
}
