package org.gotalk.reach.internal.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.reach.spi.Presence;
import org.gotalk.reach.spi.PresenceStore;

/** Who is present on one server. */
public final class MemoryPresence implements PresenceStore {

    private final ConcurrentHashMap<String, Map<String, Presence>> subjects = new ConcurrentHashMap<>();

    @Override
    public void start(String node) {}

    @Override
    public CompletionStage<Void> join(String subject, Presence member) {
        Map<String, Presence> unused = subjects.compute(subject, (name, before) -> {
            Map<String, Presence> members = before == null ? new LinkedHashMap<>() : before;
            synchronized (members) {
                members.put(member.id(), member);
            }
            return members;
        });
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> leave(String subject, String id) {
        Map<String, Presence> unused = subjects.computeIfPresent(subject, (name, members) -> {
            synchronized (members) {
                members.remove(id);
                return members.isEmpty() ? null : members;
            }
        });
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<List<Presence>> members(String subject, int limit) {
        Map<String, Presence> members = subjects.getOrDefault(subject, Map.of());
        synchronized (members) {
            return CompletableFuture.completedStage(
                    members.values().stream().limit(limit).toList());
        }
    }

    @Override
    public CompletionStage<Integer> count(String subject) {
        Map<String, Presence> members = subjects.getOrDefault(subject, Map.of());
        synchronized (members) {
            return CompletableFuture.completedStage(members.size());
        }
    }

    /** This server is the only one. */
    @Override
    public CompletionStage<Void> beat() {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        subjects.clear();
    }
}
