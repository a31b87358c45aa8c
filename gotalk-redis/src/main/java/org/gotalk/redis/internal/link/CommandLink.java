package org.gotalk.redis.internal.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gotalk.redis.internal.data.Script;
import org.jspecify.annotations.Nullable;

/**
 * The connection for commands. Commands run in the order in which they are sent, and wait for a connection if there is
 * none. For the engine thread alone.
 */
public final class CommandLink {

    private static final int MOST_PENDING = 10_000;
    private static final Pattern RUN = Pattern.compile("run_id:(\\S+)");

    private final EngineThread thread;
    private final long timeout; // in nanoseconds
    private final Reconnecting<StatefulRedisConnection<byte[], byte[]>> reconnecting;
    private final List<Listener> listeners = new ArrayList<>();
    private final Deque<Command> pending = new ArrayDeque<>();
    private final Deque<Command> unanswered = new ArrayDeque<>();
    private @Nullable StatefulRedisConnection<byte[], byte[]> connection;
    private String run = "";
    private long preparedBy;
    private boolean isOpen;
    private boolean isFlushDue;

    /** What commands are sent for. */
    public interface Listener {

        /**
         * Commands are sent from now on.
         *
         * @param run another one after each start of the engine
         */
        void opened(String run);

        /** They are not. */
        default void lost() {}
    }

    CommandLink(
            EngineThread thread,
            String name,
            Timings timings,
            Supplier<CompletionStage<StatefulRedisConnection<byte[], byte[]>>> connect) {
        this.thread = thread;
        this.timeout = timings.timeout().toNanos();
        this.reconnecting = new Reconnecting<>(name, thread, timings, connect, new Reconnecting.Use<>() {
            @Override
            public void opened(StatefulRedisConnection<byte[], byte[]> opened) {
                prepare(opened);
            }

            @Override
            public void lost() {
                CommandLink.this.lost();
            }
        });
    }

    /** Tells one more, also if there is a connection already. */
    public void add(Listener listener) {
        listeners.add(listener);
        if (isOpen) {
            listener.opened(run);
        }
    }

    /** Whether commands are sent at once. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Sends a command; its answer fails if that takes too long. */
    public void send(Command command) {
        command.deadline(System.nanoTime() + timeout);
        StatefulRedisConnection<byte[], byte[]> open = connection;
        if (isOpen && open != null) {
            dispatch(open, command);
        } else if (pending.size() == MOST_PENDING) {
            command.failed(unreachable());
        } else {
            pending.add(command);
        }
    }

    void connect() {
        reconnecting.connect();
    }

    void end() {
        reconnecting.end();
        isOpen = false;
        unanswered.forEach(command -> command.failed(unreachable()));
        pending.forEach(command -> command.failed(unreachable()));
    }

    /** Has the engine know all scripts, and asks which run of it this is. */
    private void prepare(StatefulRedisConnection<byte[], byte[]> opened) {
        connection = opened;
        preparedBy = System.nanoTime() + timeout;
        RedisAsyncCommands<byte[], byte[]> commands = opened.async();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (Script script : Script.values()) {
            answers.add(commands.scriptLoad(script.text().getBytes(UTF_8)).toCompletableFuture());
        }
        CompletableFuture<String> info = commands.info("server").toCompletableFuture();
        answers.add(info);
        CompletableFuture<Void> unused = CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                .whenComplete((nothing, failure) -> thread.execute(() -> {
                    if (failure != null) {
                        reconnecting.failed(opened, FailureText.of(failure));
                    } else {
                        prepared(opened, info.join());
                    }
                }));
    }

    private void prepared(StatefulRedisConnection<byte[], byte[]> opened, String info) {
        if (connection != opened) {
            return;
        }
        opened.setAutoFlushCommands(false);
        isOpen = true;
        Matcher found = RUN.matcher(info);
        run = found.find() ? found.group(1) : "";
        listeners.forEach(listener -> listener.opened(run));
        List<Command> waiting = List.copyOf(pending);
        pending.clear();
        waiting.forEach(command -> dispatch(opened, command));
    }

    private void dispatch(StatefulRedisConnection<byte[], byte[]> open, Command command) {
        unanswered.add(command);
        command.deadline(System.nanoTime() + timeout);
        CompletionStage<?> unused = open.async()
                .<List<Object>>evalsha(
                        command.script().digest(), ScriptOutputType.MULTI, command.keys(), command.args())
                .whenComplete((result, failure) -> thread.execute(() -> answered(open, command, result, failure)));
        if (!isFlushDue) {
            isFlushDue = true;
            thread.execute(this::flush);
        }
    }

    private void flush() {
        isFlushDue = false;
        if (connection != null) {
            connection.flushCommands();
        }
    }

    private void answered(
            StatefulRedisConnection<byte[], byte[]> from,
            Command command,
            @Nullable List<Object> result,
            @Nullable Throwable failure) {
        if (connection != from) {
            return;
        }
        if (failure instanceof RedisNoScriptException) {
            reconnecting.failed(from, "the engine has forgotten our scripts, which each connection brings along");
        } else if (failure instanceof RedisCommandExecutionException) {
            unanswered.remove();
            command.failed(new EngineRefusedException(String.valueOf(failure.getMessage())));
        } else if (result == null) {
            reconnecting.failed(from, failure == null ? "no result" : FailureText.of(failure));
        } else {
            unanswered.remove();
            reconnecting.works();
            command.answered(result.stream().map(byte[].class::cast).toList());
        }
    }

    private void lost() {
        boolean wasOpen = isOpen;
        isOpen = false;
        connection = null;
        List<Command> inFlight = new ArrayList<>(unanswered);
        unanswered.clear();
        for (int i = inFlight.size() - 1; i >= 0; i--) {
            if (inFlight.get(i).isRepeatable()) {
                pending.addFirst(inFlight.get(i));
            }
        }
        inFlight.stream().filter(command -> !command.isRepeatable()).forEach(command -> command.failed(unreachable()));
        if (wasOpen) {
            listeners.forEach(Listener::lost);
        }
    }

    /** Gives up what has waited for too long. Called again and again. */
    void checkTimeouts() {
        long now = System.nanoTime();
        Command first = unanswered.peek();
        StatefulRedisConnection<byte[], byte[]> open = connection;
        boolean isLate = isOpen ? first != null && now - first.deadline() > 0 : now - preparedBy > 0;
        if (open != null && isLate) {
            reconnecting.failed(open, "no answer within " + timeout / 1_000_000 + " ms");
        }
        List<Command> late =
                pending.stream().filter(command -> now - command.deadline() > 0).toList();
        pending.removeAll(late);
        late.forEach(command -> command.failed(unreachable()));
    }

    private static IllegalStateException unreachable() {
        return new IllegalStateException("the engine cannot be reached");
    }
}
