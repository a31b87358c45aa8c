package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.Limits;
import org.gotalk.OutboxFullException;
import org.gotalk.Peer;
import org.gotalk.RequestTimeoutException;
import org.gotalk.SockClosedException;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What a connection tells those who stand in front of it and keep messages for the next one. */
class EngineSockTest {

    private static final Duration NO_LIMIT = Duration.ZERO;

    private final EngineFixture fixture =
            new EngineFixture(Limits.builder().maxOutbound(1000).build());
    private final RawPeer peer = new RawPeer();
    private final EngineSock sock = opened();

    @Test
    void theAnswerComesOnTheThreadThatReadsIt() {
        CompletableFuture<byte[]> answer = sock.requestNow("greet", new byte[] {'x'}, NO_LIMIT);
        assertThat(peer.hears()).isEqualTo("r0000005greet00000001x");
        peer.says("R000000000002ok");
        assertThat(answer).isDone();
        assertThat(answer.join()).asString(UTF_8).isEqualTo("ok");
    }

    @Test
    void aRequestThatFindsNoRoomHasFailedAtOnce() {
        peer.stopsReading();
        sock.tryNotify("fill", new byte[900]);
        assertThat(failureOf(sock.requestNow("greet", new byte[900], NO_LIMIT)))
                .isInstanceOf(OutboxFullException.class);
    }

    @Test
    void aRequestOnAConnectionThatClosesHasFailedAtOnceUnsent() {
        sock.close();
        assertThat(failureOf(sock.requestNow("greet", new byte[0], NO_LIMIT)))
                .isInstanceOfSatisfying(
                        SockClosedException.class,
                        closed -> assertThat(closed.mayHaveRun()).isFalse());
    }

    @Test
    void aRequestThatHadNotReachedTheNetworkFailsBeforeTheEndIsTold() {
        List<String> told = new ArrayList<>();
        peer.stopsReading();
        sock.tryNotify("first", "in flight");
        CompletableFuture<?> answered =
                sock.requestNow("greet", new byte[0], NO_LIMIT).whenComplete((result, failure) -> told.add("request"));
        CompletableFuture<?> ended =
                sock.ended().thenAccept(reason -> told.add("end")).toCompletableFuture();
        peer.vanishes(1006);
        assertThat(told).containsExactly("request", "end");
        assertThat(answered).isCompletedExceptionally();
        assertThat(ended).isCompleted();
    }

    @Test
    void aTimeLimitHoldsHereToo() {
        CompletableFuture<byte[]> answer = sock.requestNow("greet", new byte[0], Duration.ofSeconds(1));
        fixture.scheduler.advance(Duration.ofSeconds(1));
        assertThat(failureOf(answer)).isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void aHandshakeMayBeGivenLessTimeThanOthersHave() {
        RawPeer silent = new RawPeer();
        CompletableFuture<EngineSock> opening = fixture.engine
                .open(silent, Peer.at("test"), fixture.engine.handlers(), Duration.ofSeconds(2))
                .toCompletableFuture();
        fixture.scheduler.advance(Duration.ofSeconds(1));
        assertThat(silent.hears()).isEqualTo("01");
        fixture.scheduler.advance(Duration.ofSeconds(2));
        assertThat(silent.hears()).isEqualTo("f00000003");
        silent.vanishes(1006);
        fixture.executor.runAll();
        assertThat(failureOf(opening)).hasMessageContaining("no protocol version within PT2S");
    }

    @Test
    void theEndIsToldWhileTheApplicationIsStillBusyWithWhatCameBefore() {
        fixture.application.handlers().handleBufferNotification("busy", (from, name, payload) -> {});
        peer.says("n004busy00000000");
        peer.vanishes(1006);
        assertThat(sock.ended().toCompletableFuture())
                .isCompletedWithValueMatching(reason -> reason.code() == CloseReason.Code.ABNORMAL);
        assertThat(sock.closed().toCompletableFuture()).isNotDone();
        fixture.executor.runAll();
        assertThat(sock.closed().toCompletableFuture()).isCompleted();
    }

    private EngineSock opened() {
        CompletableFuture<EngineSock> opening = fixture.engine
                .open(peer, Peer.at("test"), fixture.engine.handlers(), Duration.ofSeconds(10))
                .toCompletableFuture();
        peer.says("01");
        fixture.executor.runAll();
        peer.hears();
        return opening.join();
    }

    private static Throwable failureOf(CompletableFuture<?> call) {
        assertThat(call).isCompletedExceptionally();
        return call.handle((result, failure) -> failure).join();
    }
}
