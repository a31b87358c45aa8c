package org.gotalk.bench.war;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rooms without any library: a loop sends to each member, one at a time, as the sessions demand it. */
@ServerEndpoint("/bare-rooms")
public class BareRoomEndpoint {

    private static final Map<String, List<Session>> ROOMS = new ConcurrentHashMap<>();

    private List<Session> room = List.of(); // of this session: each has an endpoint of its own

    /** Joins a room by name. The container would send what is returned whatever else is being sent. */
    @OnMessage
    public void join(Session joining, String name) throws IOException {
        room = ROOMS.computeIfAbsent(name, unused -> new CopyOnWriteArrayList<>());
        room.add(joining);
        synchronized (joining) {
            joining.getBasicRemote().sendText(name);
        }
    }

    /** Says something to all members, the sender included. */
    @OnMessage
    public void say(ByteBuffer message) throws IOException {
        for (Session member : room) {
            synchronized (member) {
                member.getBasicRemote().sendBinary(message.duplicate());
            }
        }
    }

    /** Leaves. */
    @OnClose
    public void left(Session leaving) {
        room.remove(leaving);
    }
}
