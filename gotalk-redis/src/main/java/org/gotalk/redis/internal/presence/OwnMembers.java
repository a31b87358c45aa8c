package org.gotalk.redis.internal.presence;

import static org.gotalk.redis.internal.link.RedisLog.LOG;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.reach.spi.Presence;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.link.CommandLink;
import org.gotalk.redis.internal.link.EngineLinks;
import org.jspecify.annotations.Nullable;

/**
 * The members of this node. They are entered again when another node has taken this one for gone, and on each new
 * connection: the engine may have lost them, or what it has said of them was lost. For the engine thread alone.
 */
final class OwnMembers implements CommandLink.Listener {

    private final Map<String, OwnMember> members = new LinkedHashMap<>();
    private final EngineLinks links;
    private final PresenceCommands commands;
    private final StrayMembers strays;
    private boolean areEntered;
    private boolean hasEnded;

    OwnMembers(EngineLinks links, PresenceCommands commands) {
        this.links = links;
        this.commands = commands;
        this.strays = new StrayMembers(links.commands(), commands);
    }

    void start() {
        links.commands().add(this);
        links.thread().every(links.timings().beat(), this::beat);
    }

    /** Each connection begins with a sign of life, before anything else that is sent on it. */
    @Override
    public void opened(String run) {
        areEntered = false;
        beat();
    }

    private void beat() {
        if (!hasEnded && links.commands().isOpen()) {
            beat(new CompletableFuture<>());
        }
    }

    void beat(CompletableFuture<Void> done) {
        var beat = commands.beat(links.timings().gone());
        CompletionStage<?> unused = beat.answer().whenComplete((answer, failure) -> beaten(answer, failure, done));
        links.commands().send(beat);
    }

    private void beaten(@Nullable List<byte[]> answer, @Nullable Throwable failure, CompletableFuture<Void> done) {
        if (answer == null) {
            complete(done, failure);
            return;
        }
        boolean isGone = PresenceCommands.isYes(answer, 0);
        if (isGone || !areEntered) {
            enterAll(isGone);
        }
        strays.look(PresenceCommands.entered(answer), members.keySet());
        if (PresenceCommands.isYes(answer, 1)) {
            beat(done); // there is more to sweep
        } else {
            complete(done, null);
        }
    }

    private void enterAll(boolean isGone) {
        areEntered = true;
        List<String> all = List.copyOf(members.keySet());
        if (isGone && all.stream().anyMatch(key -> wasEntered(members.get(key)))) {
            LOG.log(Level.INFO, "swept by another node, or lost by the engine: {0} members enter again", all.size());
        }
        all.forEach(key -> enter(key, new CompletableFuture<>()));
    }

    private static boolean wasEntered(@Nullable OwnMember member) {
        return member != null && !member.score().isEmpty();
    }

    void join(String subject, Presence member, CompletableFuture<Void> done) {
        String key = PresenceCommands.entry(subject, member.id());
        OwnMember before = members.get(key);
        members.put(key, new OwnMember(subject, member, before == null ? "" : before.score()));
        enter(key, done);
    }

    private void enter(String key, CompletableFuture<Void> done) {
        OwnMember member = members.get(key);
        if (member == null) {
            complete(done, null); // it has left meanwhile
            return;
        }
        var join = commands.join(member);
        CompletionStage<?> unused =
                join.answer().whenComplete((answer, failure) -> entered(key, answer, failure, done));
        links.commands().send(join);
    }

    private void entered(
            String key, @Nullable List<byte[]> answer, @Nullable Throwable failure, CompletableFuture<Void> done) {
        if (answer == null) {
            areEntered = false;
            complete(done, failure);
        } else if (answer.isEmpty()) {
            enterAfterBeat(key, done);
        } else {
            members.computeIfPresent(key, (same, member) -> member.with(Keys.text(answer.get(0))));
            complete(done, null);
        }
    }

    /** This node was swept, or has never said that it lives. */
    private void enterAfterBeat(String key, CompletableFuture<Void> done) {
        CompletableFuture<Void> beaten = new CompletableFuture<>();
        CompletionStage<?> unused = beaten.whenComplete((nothing, failure) -> {
            if (failure == null) {
                enter(key, done);
            } else {
                complete(done, failure);
            }
        });
        beat(beaten);
    }

    void leave(String subject, String id, CompletableFuture<Void> done) {
        members.remove(PresenceCommands.entry(subject, id));
        var leave = commands.leave(subject, id);
        CompletionStage<?> unused = leave.answer().whenComplete((answer, failure) -> complete(done, failure));
        links.commands().send(leave);
    }

    /** Removes all members. */
    void end(Runnable whenDone) {
        hasEnded = true;
        members.clear();
        if (!links.commands().isOpen()) {
            whenDone.run(); // other nodes will sweep them
            return;
        }
        var end = commands.end();
        CompletionStage<?> unused = end.answer().whenComplete((answer, failure) -> {
            if (answer != null && PresenceCommands.isYes(answer, 0)) {
                end(whenDone);
            } else {
                whenDone.run();
            }
        });
        links.commands().send(end);
    }

    private static void complete(CompletableFuture<Void> done, @Nullable Throwable failure) {
        boolean unused = failure == null ? done.complete(null) : done.completeExceptionally(failure);
    }
}
