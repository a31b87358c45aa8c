package org.gotalk.net.internal.websocket;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.spi.Transport;

/** Opens WebSockets, and carries them. All methods may be called from any thread, and none but {@link #close} blocks. */
public final class WebSockets implements AutoCloseable {

    private static final long IDLE_SECONDS = 5;
    private static final long LONGEST_END_SECONDS = 5;

    private final Scheduler scheduler;
    private final ThreadPoolExecutor readers;
    private final HttpClients clients = new HttpClients();
    private final Set<WebSocketConnect> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Threads are started when they are needed.
     *
     * @param threads how many read at most where reading begins, or goes on after a pause; those of the JDK's clients do
     *     the rest
     */
    public WebSockets(int threads, ThreadFactory factory, Scheduler scheduler) {
        this.scheduler = scheduler;
        // After the end a task runs on the thread that brings it: nothing else happens to its connection then.
        readers = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                factory,
                (task, ended) -> task.run());
        readers.allowCoreThreadTimeOut(true);
    }

    /**
     * Opens a WebSocket. The host is looked up on the thread that calls, which may take seconds.
     *
     * @return what carries the connection; fails with an {@link IOException} that says what went wrong; where
     *     that is TLS, with the JDK's own
     */
    public CompletableFuture<Transport> connect(ConnectRequest request) {
        if (closed) {
            return CompletableFuture.failedFuture(new IOException("this side was closed"));
        }
        WebSocketConnect opening = new WebSocketConnect(request, readers, scheduler, open::remove);
        open.add(opening);
        CompletableFuture<Transport> connected = opening.begin(clients.client(request.security()));
        if (closed) {
            opening.abort();
        }
        return connected;
    }

    /** Ends the threads, and what is connected still. Waits a short while for those who are told so. */
    @Override
    public void close() {
        closed = true;
        open.forEach(WebSocketConnect::abort);
        clients.end();
        readers.shutdown();
        try {
            readers.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
