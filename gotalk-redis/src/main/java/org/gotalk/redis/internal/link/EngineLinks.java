package org.gotalk.redis.internal.link;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** What broker and presence of a node share. It exists from when the first of them begins until the last has ended. */
public final class EngineLinks {

    private static final Duration CHECK = Duration.ofMillis(250);

    private final EngineThread thread;
    private final Timings timings;
    private final CommandLink commands;
    private final MessageLink messages;
    private final EngineAddress address;
    private final ThreadFactory threads;

    @GuardedBy("this")
    private int parts;

    private @Nullable LettuceClient client; // for the engine thread alone

    /** Connects to nothing yet. */
    public EngineLinks(EngineAddress address, ThreadFactory threads, Timings timings) {
        this.address = address;
        this.threads = threads;
        this.timings = timings;
        thread = new EngineThread(threads);
        commands = new CommandLink(thread, address + " (commands)", timings, () -> client().connect());
        messages = new MessageLink(
                thread,
                address + " (messages)",
                timings,
                () -> client().connectForMessages(),
                reads -> client().read(reads));
    }

    /** The thread for all of this. */
    public EngineThread thread() {
        return thread;
    }

    /** How long things take. */
    public Timings timings() {
        return timings;
    }

    /** The connection for commands. */
    public CommandLink commands() {
        return commands;
    }

    /** The connection for messages, which the broker opens. */
    public MessageLink messages() {
        return messages;
    }

    /** Another part begins. */
    public synchronized void begin() {
        parts++;
        if (parts == 1) {
            thread.execute(() -> {
                client = new LettuceClient(address, threads, timings.timeout());
                commands.connect();
            });
            thread.every(CHECK, commands::checkTimeouts);
        }
    }

    /** A part has ended. With the last one all connections are closed and all threads end. */
    public void end() {
        synchronized (this) {
            parts--;
            if (parts > 0) {
                return;
            }
        }
        thread.end(() -> {
            messages.end();
            commands.end();
            client().close();
        });
    }

    private LettuceClient client() {
        return Objects.requireNonNull(client, "not begun");
    }
}
