package org.gotalk.net.internal.socket;

import static org.gotalk.net.internal.socket.NetLog.LOG;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One thread that waits for many channels. What is done for one of them holds up all others of the loop, so it never
 * blocks.
 *
 * <p>Other threads have their tasks run on it with {@link #execute}. Once the loop has ended, a task runs on the thread
 * that brings it: nothing else touches the channels then.
 */
final class SelectorLoop implements Runnable {

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(WriteBuffers.CHUNK); // the loop's alone
    private final ByteBuffer writeBuffer = ByteBuffer.allocateDirect(WriteBuffers.CHUNK); // the loop's alone
    private final WriteBuffers writeBuffers = new WriteBuffers();
    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;

    SelectorLoop() throws IOException {
        selector = Selector.open();
    }

    /** The one buffer that all channels of the loop read into. For its thread, and not beyond one call. */
    ByteBuffer readBuffer() {
        return readBuffer.clear();
    }

    /** The one buffer that all channels of the loop write from, likewise. */
    ByteBuffer writeBuffer() {
        return writeBuffer.clear();
    }

    /** For other threads that write to its channels. */
    WriteBuffers writeBuffers() {
        return writeBuffers;
    }

    boolean isThisThread() {
        return Thread.currentThread() == thread;
    }

    /** Runs a task on the loop's thread, after the tasks before it. */
    void execute(Runnable task) {
        tasks.add(task);
        if (ended) {
            runTasks();
        } else if (isWoken.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /** Begins to wait for a channel, which must not block. To be called on the loop's thread. */
    SelectionKey register(SelectableChannel channel, int operations, ReadinessListener readiness)
            throws ClosedChannelException {
        return channel.register(selector, operations, readiness);
    }

    /** Ends the loop soon, and with it all its channels. */
    void close() {
        closed = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            while (!closed) {
                // An interrupt would make each wait end at once, and ends nothing by itself.
                Thread.interrupted();
                selector.select(SelectorLoop::dispatch);
                isWoken.set(false);
                runTasks();
            }
        } catch (IOException e) {
            complain("a selector failed; its connections are closed", e);
        } finally {
            end();
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                complain("a task of a channel failed", e);
            }
        }
    }

    private static void dispatch(SelectionKey key) {
        ReadinessListener readiness = (ReadinessListener) key.attachment();
        try {
            readiness.ready(key);
        } catch (IOException e) {
            readiness.broken(e);
        } catch (CancelledKeyException e) {
            // Closed by another thread while this one was on its way.
        } catch (RuntimeException | Error e) {
            // Also a class that cannot be loaded, say, concerns one channel and not all of them.
            complain("a channel failed", e);
            readiness.broken(new IOException("internal error: " + e, e));
        }
    }

    /** Where no file can be opened any more, the JDK's own logging fails in many ways. */
    private static void complain(String what, Throwable cause) {
        try {
            LOG.log(Level.ERROR, what, cause);
        } catch (RuntimeException | Error e) {
            cause.addSuppressed(e);
        }
    }

    private void end() {
        ended = true;
        runTasks();
        for (SelectionKey key : List.copyOf(selector.keys())) {
            ((ReadinessListener) key.attachment()).broken(new IOException("this side stops"));
        }
        try {
            selector.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "cannot close a selector", e);
        }
        runTasks();
    }
}
