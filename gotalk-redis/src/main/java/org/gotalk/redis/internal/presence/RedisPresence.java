package org.gotalk.redis.internal.presence;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gotalk.reach.spi.Presence;
import org.gotalk.reach.spi.PresenceStore;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.link.Command;
import org.gotalk.redis.internal.link.EngineLinks;

/** Who is present, in Valkey or Redis. Beats by itself. Hands all calls over to the engine thread. */
public final class RedisPresence implements PresenceStore {

    private final EngineLinks links;
    private final PresenceCommands commands;
    private final OwnMembers own;
    private final AtomicBoolean isStarted = new AtomicBoolean();

    /**
     * Connects to nothing yet.
     *
     * @param incarnation unique among all stores there have been
     */
    public RedisPresence(EngineLinks links, Keys keys, String incarnation) {
        this.links = links;
        this.commands = new PresenceCommands(keys, incarnation);
        this.own = new OwnMembers(links, commands);
    }

    @Override
    public void start(String node) {
        isStarted.set(true);
        links.begin();
        links.thread().execute(own::start);
    }

    @Override
    public CompletionStage<Void> join(String subject, Presence member) {
        return later(done -> own.join(subject, member, done));
    }

    @Override
    public CompletionStage<Void> leave(String subject, String id) {
        return later(done -> own.leave(subject, id, done));
    }

    @Override
    public CompletionStage<Void> beat() {
        return later(own::beat);
    }

    private CompletionStage<Void> later(Consumer<CompletableFuture<Void>> call) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        links.thread().execute(() -> call.accept(done));
        return done.minimalCompletionStage();
    }

    @Override
    public CompletionStage<List<Presence>> members(String subject, int limit) {
        return send(commands.members(subject, limit), PresenceCommands::members);
    }

    @Override
    public CompletionStage<Integer> count(String subject) {
        return send(commands.count(subject), answer -> Integer.valueOf(Keys.text(answer.get(0))));
    }

    private <T> CompletionStage<T> send(Command command, Function<List<byte[]>, T> result) {
        links.thread().execute(() -> links.commands().send(command));
        return command.answer().thenApply(result);
    }

    @Override
    public void close() {
        if (!isStarted.compareAndSet(true, false)) {
            return;
        }
        CountDownLatch gone = new CountDownLatch(1);
        links.thread().execute(() -> own.end(gone::countDown));
        links.thread().await(gone);
        links.end();
    }
}
