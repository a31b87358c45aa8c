package org.gotalk.jakarta;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Tells what another application has left behind. */
public final class ObserverApplication implements Application {

    private static final long LONGEST_SECONDS = 10;

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handleBuffer("echo", (peer, name, payload) -> CompletableFuture.completedFuture(payload))
                .handle(
                        "threads left",
                        byte[].class,
                        ignored -> bytes(threadsLeft().toString()))
                .handle("how it ended", byte[].class, ignored -> bytes(next(Traces.ENDS)))
                .handle("what began", byte[].class, ignored -> bytes(next(Traces.STARTS)))
                .handle(
                        "let it go on",
                        byte[].class,
                        ignored -> bytes("" + Traces.of(Traces.RELEASES).add("go")))
                .handle("class loaders left", byte[].class, ignored -> bytes(Long.toString(loadersLeft())));
    }

    private static String next(String trace) throws InterruptedException {
        return String.valueOf(Traces.of(trace).poll(LONGEST_SECONDS, TimeUnit.SECONDS));
    }

    /** Those that wait for sockets; that of a JDK's WebSocket client ends once garbage was collected. */
    private static List<String> threadsLeft() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        List<String> left;
        do {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
            left = Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("gotalk-") || name.startsWith("HttpClient-"))
                    .toList();
        } while (!left.isEmpty() && System.nanoTime() < end);
        return left;
    }

    /** Collects garbage until none is left, or for a bounded time. */
    private static long loadersLeft() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        long left;
        do {
            System.gc();
            left = Traces.of(Traces.LOADERS).stream()
                    .map(trace -> ((WeakReference<?>) trace).get())
                    .filter(Objects::nonNull)
                    .count();
        } while (left > 0 && System.nanoTime() < end);
        return left;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
