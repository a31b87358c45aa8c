package org.gotalk.demo.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.reach.Member;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.gotalk.reach.RoomAuthorizer;

/** Rooms that are open to everybody, what is said in them, and what pages have said. */
public final class RoomsApplication implements ReachApplication {

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Map<String, CompletableFuture<byte[]>> leaving = new ConcurrentHashMap<>();
    private volatile Reach reach;

    /** Words for a room. */
    public record Words(String room, List<String> texts) {}

    @Override
    public Handlers handlers() {
        Handlers handlers = Handlers.create()
                .handle("publish", Words.class, this::publish)
                .handle("said", String.class, this::said)
                .handleBuffer("somebody leaves", (peer, name, room) -> leaving(new String(room, UTF_8)));
        handlers.handleNotification("say", String.class, (peer, text) -> said.add(text));
        return handlers;
    }

    @Override
    public void start(Reach started) {
        reach = started;
    }

    @Override
    public RoomAuthorizer authorizer() {
        return (peer, room) -> true;
    }

    @Override
    public void left(Sock peer, Member member) {
        leaving(member.room()).complete(new byte[0]);
    }

    private int publish(Words words) {
        words.texts().forEach(text -> reach.rooms().of(words.room()).notify("said", text));
        return reach.rooms().of(words.room()).count();
    }

    private List<String> said(String room) {
        return said.stream().filter(text -> text.startsWith(room)).toList();
    }

    private CompletableFuture<byte[]> leaving(String room) {
        return leaving.computeIfAbsent(room, name -> new CompletableFuture<>());
    }
}
