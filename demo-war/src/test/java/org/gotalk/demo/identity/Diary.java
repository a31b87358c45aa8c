package org.gotalk.demo.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.cdi.Closed;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Opened;
import org.gotalk.cdi.Operation;

/** Takes down what is done for each connection, and as whom. */
@ApplicationScoped
public class Diary {

    @Inject
    Caller caller;

    @Inject
    Sock current;

    private final Map<String, Set<String>> deeds = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Set<String>>> closed = new ConcurrentHashMap<>();

    private void note(String deed, Sock peer) {
        deeds.get(peer.id()).add(deed + " as " + caller.name());
    }

    void opened(@Observes @Opened Sock peer) {
        deeds.put(peer.id(), ConcurrentHashMap.newKeySet());
        closed.put(peer.id(), new CompletableFuture<>());
        note("opened", peer);
    }

    void beat(@Observes Heartbeat heartbeat) {
        note("heartbeat", current);
        current.tryNotify("beat", "");
    }

    void closed(@Observes @Closed Sock peer) {
        note("closed", peer);
        closed.get(peer.id()).complete(new TreeSet<>(deeds.get(peer.id())));
    }

    @Notification
    void said(String what, Sock peer) {
        note("notification", peer);
    }

    @Operation
    String id(Sock peer) {
        note("request", peer);
        return peer.id();
    }

    @Operation
    CompletionStage<Long> count(StreamRequest parts) {
        return count(parts, 0);
    }

    private CompletionStage<Long> count(StreamRequest parts, long before) {
        return parts.readAsync().thenCompose(part -> {
            note("part", parts.peer());
            return part.isEmpty() ? CompletableFuture.completedStage(before) : count(parts, before + 1);
        });
    }

    @Operation
    Stream<Integer> numbers(Sock peer) {
        return Stream.of(1, 2, 3).peek(number -> note("part of an answer", peer));
    }

    /** What was done for a connection, when it has ended. */
    @Operation("deeds of")
    CompletionStage<Set<String>> deedsOf(String id) {
        return closed.get(id);
    }
}
