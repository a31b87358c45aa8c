package org.gotalk.demo.nested;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.spi.Application;

/** Operations that ask the peer and wait, what the peer needs for its answers, and one that is there to be given up. */
public final class NestedApplication implements Application {

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handle("ask", byte[].class, (Sock peer, byte[] bytes) -> peer.request("question", bytes, byte[].class))
                .handle("again", byte[].class, bytes -> bytes)
                .handle("for ever", byte[].class, (peer, bytes, cancellation) -> {
                    cancellation.onCancel(() -> told.add("given up"));
                    told.add("begun");
                    return never();
                })
                .handle("told", byte[].class, nothing -> told.poll(10, TimeUnit.SECONDS));
    }

    private static CompletionStage<byte[]> never() {
        return new CompletableFuture<>();
    }

    /** A peer that asks back until it is asked no more may ask before it is told that it is connected. */
    @Override
    public void opened(Sock sock) {
        sock.serve(sock.handlers());
        sock.request("question", new byte[] {1}, byte[].class);
    }
}
