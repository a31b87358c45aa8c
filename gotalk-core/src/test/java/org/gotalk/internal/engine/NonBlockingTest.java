package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** Handlers that are quick and never wait: they run where the bytes arrive. */
class NonBlockingTest {

    private final EngineFixture fixture =
            new EngineFixture(Limits.builder().maxConcurrentRequests(2).build());
    private final List<Integer> batches = new ArrayList<>();
    private final RawPeer peer = new RawPeer() {
        @Override
        public void send(List<Frame> frames, SendCompletion completion) {
            batches.add(frames.size());
            super.send(frames, completion);
        }
    };

    @Test
    void theAnswerIsThereWithoutATaskOnTheExecutor() {
        fixture.application.handlers().nonBlocking().handle("echo", byte[].class, bytes -> bytes);
        fixture.connected(peer);
        assertThat(peer.says("r0001004echo00000002hi").hears()).isEqualTo("R000100000002hi");
    }

    @Test
    void otherHandlersOfTheSameSetStillWaitForTheExecutor() {
        fixture.application.handlers().handle("slow", byte[].class, bytes -> bytes);
        fixture.connected(peer);
        assertThat(peer.says("r0001004slow00000002hi").hears()).isEmpty();
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000002hi");
    }

    @Test
    void answersToWhatCameTogetherGoOutTogether() {
        fixture.application.handlers().nonBlocking().handle("echo", byte[].class, bytes -> bytes);
        fixture.connected(peer);
        batches.clear();
        peer.says("r0001004echo00000001ar0002004echo00000001br0003004echo00000001c");
        assertThat(batches).containsExactly(3);
        assertThat(peer.hears()).isEqualTo("R000100000001aR000200000001bR000300000001c");
    }

    @Test
    void whatFailsIsAnsweredAndTheConnectionLives() {
        fixture.application.handlers().nonBlocking().handle("bad", byte[].class, bytes -> {
            throw new IllegalStateException("as the test wants it");
        });
        fixture.connected(peer);
        assertThat(peer.says("r0001003bad00000000").hears()).startsWith("E0001").contains("internal error");
        assertThat(peer.closeCodes()).isEmpty();
    }

    @Test
    void waitingForAPeerIsRefusedInsteadOfStandingStill() {
        fixture.application
                .handlers()
                .nonBlocking()
                .handle("ask back", byte[].class, (sock, bytes) -> sock.request("name", bytes, byte[].class));
        fixture.connected(peer);
        assertThat(peer.says("r0001008ask back00000000").hears())
                .startsWith("E0001")
                .contains("internal error");
    }

    @Test
    void anAnswerMayComeLaterAndKeepsItsPermitUntilThen() {
        CompletableFuture<byte[]> later = new CompletableFuture<>();
        fixture.application.handlers().nonBlocking().handle("later", byte[].class, bytes -> later);
        fixture.application.handlers().nonBlocking().handle("echo", byte[].class, bytes -> bytes);
        fixture.connected(peer);
        peer.says("r0001005later00000000r0002005later00000000r0003004echo00000001x");
        fixture.executor.runAll();
        assertThat(peer.hears()).as("both permits are in use").isEmpty();
        later.complete(new byte[] {'!'});
        fixture.executor.runAll();
        assertThat(peer.hears()).contains("R000100000001!", "R000200000001!", "R000300000001x");
    }

    @Test
    void nothingRunsBeforeTheApplicationKnowsTheConnection() {
        fixture.application.handlers().nonBlocking().handle("echo", byte[].class, bytes -> bytes);
        Sock unused = fixture.connecting(peer);
        assertThat(peer.says("01r0001004echo00000001x").hears()).isEqualTo("01");
        fixture.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000001x");
    }

    @Test
    void whereTheAnswerHasNoRoomTheRequestWaitsItsTurn() {
        EngineFixture narrow =
                new EngineFixture(Limits.builder().maxOutbound(10).build());
        narrow.application.handlers().nonBlocking().handle("echo", byte[].class, bytes -> bytes);
        narrow.connected(peer);
        peer.stopsReading();
        peer.says("r0001004echo00000001ar0002004echo00000001b");
        narrow.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000100000001a");
        peer.readsAgain();
        narrow.executor.runAll();
        assertThat(peer.hears()).isEqualTo("R000200000001b");
    }

    @Test
    void theContextOfTheConnectionIsAroundThem() {
        List<String> order = new ArrayList<>();
        fixture.application.handlers().nonBlocking().handle("note", byte[].class, bytes -> {
            order.add("handler");
            return bytes;
        });
        Sock unused = fixture.engine.connect(peer, Peer.at("test"), fixture.engine.handlers(), task -> {
            order.add("in");
            task.run();
            order.add("out");
        });
        peer.says("01");
        fixture.executor.runAll();
        order.clear();
        peer.says("r0001004note00000000");
        assertThat(order).containsExactly("in", "handler", "out");
    }
}
