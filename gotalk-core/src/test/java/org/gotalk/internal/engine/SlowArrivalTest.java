package org.gotalk.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gotalk.RequestTimeoutException;
import org.gotalk.Sock;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.Test;

/** What takes long to arrive on a slow network is not late while bytes of it come. */
class SlowArrivalTest extends HeldStreams {

    private static final Duration A_WHILE = Duration.ofSeconds(20); // 30 are the limit

    private final RawPeer answering = new RawPeer();

    private void comesSlowly(RawPeer from, String pieces) {
        for (int i = 0; i < pieces.length(); i++) {
            from.says(pieces.substring(i, i + 1));
            fixture.scheduler.advance(A_WHILE);
        }
    }

    private static CompletableFuture<byte[]> ask(Sock sock) {
        return sock.requestAsync("ask", new byte[0], byte[].class).toCompletableFuture();
    }

    @Test
    void aResultIsNotLateWhileItsBytesCome() {
        CompletableFuture<byte[]> call = ask(connect(answering));
        answering.says("R000000000006");
        comesSlowly(answering, "slowl");
        assertThat(call).isNotDone();
        answering.says("y");
        fixture.executor.runAll();
        assertThat(call.join()).asString().isEqualTo("slowly");
    }

    @Test
    void aResultWhoseBytesStopComingIsLate() {
        CompletableFuture<byte[]> call = ask(connect(answering));
        answering.says("R000000000006");
        comesSlowly(answering, "slo");
        for (int i = 0; i < 4; i++) {
            answering.says("");
            fixture.scheduler.advance(A_WHILE);
        }
        assertThat(fixture.failureOf(call)).isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void theResultOfAnotherRequestIsNoReasonToWait() {
        Sock sock = connect(answering);
        CompletableFuture<byte[]> first = ask(sock);
        CompletableFuture<byte[]> second = ask(sock);
        answering.says("R000000000006");
        comesSlowly(answering, "slow");
        assertThat(first).isNotDone();
        assertThat(fixture.failureOf(second)).isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void aPartOfAStreamIsNotLateWhileItsBytesCome() {
        Held one = hold("0001");
        assertThat(one.reads()).isEqualTo("one");
        CompletableFuture<Optional<byte[]>> next = one.request().readAsync().toCompletableFuture();
        peer.says("p000100000006");
        comesSlowly(peer, "slowl");
        assertThat(next).isNotDone();
        peer.says("y");
        fixture.executor.runAll();
        assertThat(next).isCompleted();
    }
}
