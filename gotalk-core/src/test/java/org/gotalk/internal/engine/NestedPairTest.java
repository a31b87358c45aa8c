package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.junit.jupiter.api.Test;

/** Handlers that wait for their peer, whose handlers ask back, with threads that really block. */
class NestedPairTest extends EnginePair {

    private static final int PERMITS = 16;

    NestedPairTest() {
        super(Limits.builder().maxConcurrentRequests(PERMITS).build());
    }

    @Test
    void asManyAsThereArePermitsAreAllAnswered() throws Exception {
        serverHandlers
                .handle("ask", byte[].class, (Sock peer, byte[] bytes) -> peer.request("question", bytes, byte[].class))
                .handle("again", byte[].class, bytes -> bytes);
        clientHandlers.handle(
                "question", byte[].class, (Sock peer, byte[] bytes) -> peer.request("again", bytes, byte[].class));
        Sock sock = connect();
        List<CompletableFuture<byte[]>> calls = new ArrayList<>();
        for (byte i = 0; i < PERMITS; i++) {
            calls.add(sock.requestAsync("ask", new byte[] {i}, byte[].class).toCompletableFuture());
        }
        for (byte i = 0; i < PERMITS; i++) {
            assertThat(calls.get(i).get(20, TimeUnit.SECONDS)).containsExactly(i);
        }
    }
}
