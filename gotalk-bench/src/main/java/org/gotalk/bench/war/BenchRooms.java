package org.gotalk.bench.war;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gotalk.Sock;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Operation;

/** Rooms with Gotalk. */
@ApplicationScoped
public class BenchRooms {

    @Inject
    OpenSocks everybody;

    private final Map<String, List<Sock>> rooms = new ConcurrentHashMap<>();
    private final Map<Sock, List<Sock>> roomOf = new ConcurrentHashMap<>();

    /** Joins a room by name. */
    @Operation
    public void join(Sock peer, String name) {
        List<Sock> room = rooms.computeIfAbsent(name, unused -> new CopyOnWriteArrayList<>());
        room.add(peer);
        roomOf.put(peer, room);
    }

    /** Says something to all members, the sender included. */
    @Notification
    public void say(Sock peer, byte[] message) {
        everybody.broadcast("said", message, roomOf.getOrDefault(peer, List.of()));
    }

    /** The same, on the thread that reads. */
    @NonBlocking
    @Notification("say now")
    public void sayNow(Sock peer, byte[] message) {
        say(peer, message);
    }

    void left(@Observes @Closed Sock peer) {
        List<Sock> room = roomOf.remove(peer);
        if (room != null) {
            room.remove(peer);
        }
    }
}
