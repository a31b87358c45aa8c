package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.PayloadCodec;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A codec that lacks a class of its library fails requests, and nothing else. */
class BrokenCodecTest {

    private static final int PERMITS = 2;

    private final ManualExecutor executor = new ManualExecutor();
    private final RawPeer peer = new OurPeer();
    private final Handlers handlers = Handlers.create();
    private final List<CompletableFuture<byte[]>> later = new ArrayList<>();

    private final class Broken implements Application, PayloadCodec {

        @Override
        public Handlers handlers() {
            return handlers;
        }

        @Override
        public Optional<PayloadCodec> codec() {
            return Optional.of(this);
        }

        @Override
        public byte[] encode(@Nullable Object value) {
            throw new NoClassDefFoundError("a class of the codec");
        }

        @Override
        public @Nullable Object decode(byte[] payload, Type type) {
            throw new NoClassDefFoundError("a class of the codec");
        }
    }

    @BeforeEach
    void connect() {
        handlers.handleBuffer("now", (from, name, payload) -> {
                    throw new OperationException("too-low", "too low", List.of(1));
                })
                .handleBuffer("later", (from, name, payload) -> {
                    CompletableFuture<byte[]> result = new CompletableFuture<>();
                    later.add(result);
                    return result;
                });
        Sock unused = new EngineBuilder(new Broken())
                .limits(Limits.builder().maxConcurrentRequests(PERMITS).build())
                .executor(executor)
                .scheduler(new ManualScheduler())
                .build()
                .connect(peer, Peer.at("test"));
        peer.says("01");
        executor.runAll();
        peer.hears();
    }

    private String answerTo(String message) {
        peer.says(message);
        executor.runAll();
        return peer.hears();
    }

    @Test
    void dataOfAnErrorThatCannotBeWrittenIsLeftOut() {
        for (int i = 0; i <= PERMITS; i++) {
            assertThat(answerTo("r0001003now00000000"))
                    .as("permits come back")
                    .endsWith("too low\u001f{\"code\":\"too-low\"}");
        }
    }

    @Test
    void itIsSoWhereTheErrorComesLater() {
        for (int i = 0; i <= PERMITS; i++) {
            assertThat(answerTo("r0001005later00000000")).isEmpty();
            later.get(i).completeExceptionally(new OperationException("too-low", "too low", List.of(1)));
            executor.runAll();
            assertThat(peer.hears()).endsWith("too low\u001f{\"code\":\"too-low\"}");
        }
    }
}
