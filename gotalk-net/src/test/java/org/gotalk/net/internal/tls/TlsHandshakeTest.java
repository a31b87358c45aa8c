package org.gotalk.net.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gotalk.testing.Frames.frame;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.gotalk.testing.RecordingCompletion;
import org.junit.jupiter.api.Test;

/** What happens until both sides know each other. */
class TlsHandshakeTest {

    private final TlsPair pair = new TlsPair("TLSv1.3");
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private static void failsWith(CompletableFuture<?> shaking, String words) {
        assertThat(shaking).isCompletedExceptionally();
        assertThat(shaking.handle((done, failure) -> failure).join()).hasMessage(words);
    }

    private RawTls client() throws Exception {
        RawTls client = new RawTls(pair.engines.client(), pair.belowClient);
        client.shakeHands();
        return client;
    }

    @Test
    void thePeerIsTheSubjectOfItsCertificate() {
        pair.connected();
        assertThat(pair.client().peer())
                .hasValueSatisfying(who -> assertThat(who.getName()).isEqualTo("CN=localhost"));
        assertThat(pair.server().peer()).isEmpty();
    }

    @Test
    void whatTakesLongRunsOnTheExecutorAlone() throws Exception {
        CompletableFuture<TlsTransport> shaking = pair.shakeServer(tasks::add);
        RawTls unused = client();
        pair.executor.runAll();
        assertThat(tasks).hasSize(1);
        assertThat(pair.belowServer.isPaused()).isTrue();
        assertThat(shaking).isNotDone();
        tasks.remove().run();
        pair.executor.runAll();
        assertThat(shaking).isCompleted();
    }

    @Test
    void anExecutorThatIsFullIsAskedAgain() throws Exception {
        boolean[] isFull = {true};
        Executor executor = task -> {
            if (isFull[0]) {
                throw new RejectedExecutionException("full");
            }
            tasks.add(task);
        };
        CompletableFuture<TlsTransport> shaking = pair.shakeServer(executor);
        RawTls unused = client();
        pair.executor.runAll();
        pair.scheduler.advance(DelegatedTasks.AGAIN);
        assertThat(tasks).isEmpty();
        isFull[0] = false;
        pair.scheduler.advance(DelegatedTasks.AGAIN);
        tasks.remove().run();
        pair.executor.runAll();
        assertThat(shaking).isCompleted();
    }

    @Test
    void aPeerThatSaysNothingIsLeftWhenTimeIsUp() {
        CompletableFuture<TlsTransport> shaking = pair.shakeServer(pair.executor);
        pair.pipe.left().start(pair.atClient);
        pair.scheduler.advance(TlsPair.PATIENCE);
        pair.executor.runAll();
        failsWith(shaking, "the peer did not complete the TLS handshake within PT10S");
        assertThat(pair.atClient.events()).last().asString().startsWith("closed 1006 ");
    }

    @Test
    void timeIsUpThoughTheExecutorIsBusy() throws Exception {
        CompletableFuture<TlsTransport> shaking = pair.shakeServer(tasks::add);
        RawTls client = client();
        pair.executor.runAll();
        pair.scheduler.advance(TlsPair.PATIENCE);
        assertThat(shaking).isCompletedExceptionally();
        pair.scheduler.advance(TlsTransport.MAX_CLOSE_TIME);
        pair.executor.runAll();
        assertThat(client.hears()).isEqualTo("closed 1006");
        tasks.remove().run();
        pair.executor.runAll();
        assertThat(tasks).isEmpty();
    }

    @Test
    void noTimerIsLeftOnceItIsDone() {
        pair.connected();
        assertThat(pair.scheduler.pending()).isZero();
    }

    @Test
    void whatComesEarlyWaitsForTheStart() {
        pair.shaking().executor.runAll();
        pair.client().start(pair.atClient);
        pair.client().send(List.of(frame("early")), new RecordingCompletion());
        pair.executor.runAll();
        assertThat(pair.belowServer.isPaused()).isTrue();
        pair.server().start(pair.atServer);
        pair.executor.runAll();
        assertThat(pair.atServer.events()).containsExactly("early");
    }

    @Test
    void aPeerThatGoesAwayEndsIt() {
        CompletableFuture<TlsTransport> shaking = pair.shakeServer(pair.executor);
        pair.belowClient.close(1000, "");
        pair.executor.runAll();
        failsWith(shaking, "the peer closed the connection during the TLS handshake");
    }

    @Test
    void aConnectionThatBreaksEndsIt() {
        CompletableFuture<TlsTransport> shaking = pair.shakeServer(pair.executor);
        pair.belowClient.close(1006, "reset by somebody");
        pair.executor.runAll();
        failsWith(shaking, "the connection closed during the TLS handshake: reset by somebody");
    }

    @Test
    void aGoodbyeEndsIt() throws Exception {
        CompletableFuture<TlsTransport> shaking = pair.shakeServer(tasks::add);
        RawTls client = client();
        pair.executor.runAll();
        client.sendsCloseNotify();
        tasks.remove().run();
        pair.executor.runAll();
        assertThat(shaking).isCompletedExceptionally();
    }

    @Test
    void closingEndsIt() {
        CompletableFuture<TlsTransport> shaking = pair.shakeServer(pair.executor);
        pair.server().close(1000, "");
        pair.executor.runAll();
        failsWith(shaking, "this side has closed the connection");
    }

    @Test
    void aPeerThatSpeaksPlainTextIsToldApartAtItsFirstByte() {
        CompletableFuture<TlsTransport> shaking = pair.shakeServer(pair.executor);
        pair.pipe.left().start(pair.atClient);
        pair.pipe.left().send(List.of(frame("0")), new RecordingCompletion());
        pair.executor.runAll();
        failsWith(shaking, "the peer sent plain text instead of TLS");
        assertThat(pair.atClient.events()).first().asString().startsWith("\u0015\u0003");
    }
}
