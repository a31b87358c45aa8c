package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;

/** A connection to a server with operations in parts: one that echoes, and one that does what the test tells it. */
abstract class HeldStreams {

    static final String PART = "00000003";

    final EngineFixture fixture = new EngineFixture(Limits.builder()
            .maxStreams(2)
            .maxConcurrentRequests(3)
            .heartbeatInterval(Duration.ZERO)
            .build());
    final RawPeer peer = new RawPeer();
    final List<Held> held = new ArrayList<>();

    /** An operation that does nothing by itself. */
    record Held(StreamRequest request, StreamResult result, CompletableFuture<byte[]> over) {

        void ends() {
            ends("");
        }

        void ends(String payload) {
            over.complete(payload.getBytes(UTF_8));
        }

        void writes(String part) {
            result.write(part.getBytes(UTF_8));
        }

        String reads() {
            return request.read().map(part -> new String(part, UTF_8)).orElse("(end)");
        }
    }

    @BeforeEach
    void connect() {
        connect(peer);
    }

    Sock connect(RawPeer who) {
        if (held.isEmpty() && fixture.application.handlers().operations().isEmpty()) {
            fixture.application
                    .handlers()
                    .handleStream("echo", (request, result) -> request.parts().forEach(result::write))
                    .handleStream("hold", (from, request, result) -> {
                        Held one = new Held(request, result, new CompletableFuture<>());
                        held.add(one);
                        return one.over();
                    })
                    .handle("whole", String.class, value -> value);
        }
        return fixture.connected(who);
    }

    String answerTo(String bytes) {
        peer.says(bytes);
        fixture.executor.runAll();
        return peer.hears();
    }

    Held hold(String id) {
        assertThat(answerTo("s" + id + "004hold" + PART + "one")).isEmpty();
        return held.get(held.size() - 1);
    }
}
