package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.OperationException;
import org.gotalk.Peer;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.conformance.Conforms;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this side answers to a peer's requests, byte by byte. */
class ServingTest {

    private final ManualScheduler scheduler = new ManualScheduler();
    private final ManualExecutor executor = new ManualExecutor();
    private final RecordingApplication application = new RecordingApplication();
    private final RawPeer peer = new RawPeer();

    @BeforeEach
    void connect() {
        application
                .handlers()
                .handle("echo", Object.class, value -> value)
                .handleBuffer("buffer-echo", (from, name, payload) -> CompletableFuture.completedFuture(payload))
                .handle("refuse", byte[].class, ignored -> {
                    throw new OperationException("not today");
                })
                .handle("busy", byte[].class, ignored -> {
                    throw RetryLater.after(Duration.ofMillis(250), "later");
                })
                .handle("bug", byte[].class, ignored -> {
                    throw new IllegalStateException("secret");
                })
                .handleBufferNotification(
                        "note", (from, name, payload) -> application.note(new String(payload, UTF_8)));
        connectTo(peer);
        peer.says("01");
        executor.runAll();
        peer.hears();
    }

    private Sock connectTo(RawPeer other) {
        return new EngineBuilder(application)
                .executor(executor)
                .scheduler(scheduler)
                .build()
                .connect(other, Peer.at("test"));
    }

    private String answerTo(String request) {
        peer.says(request);
        executor.runAll();
        return peer.hears();
    }

    @Test
    @Conforms("version")
    void versionIsSentUnprompted() {
        RawPeer silent = new RawPeer();
        connectTo(silent);
        assertThat(silent.hears()).isEqualTo("01");
    }

    @Test
    @Conforms({"single-result", "raw-id-bytes"})
    void resultCarriesTheRequestsId() {
        assertThat(answerTo("r\0\u00ff\0\u0001004echo00000003\"a\"")).isEqualTo("R\0\u00ff\0\u000100000003\"a\"");
    }

    @Test
    @Conforms("any-payload")
    void bufferIsAnsweredAsItIs() {
        assertThat(answerTo("r0001" + "00bbuffer-echo" + "00000003" + "\0\u00ff\n"))
                .isEqualTo("R000100000003\0\u00ff\n");
    }

    @Test
    @Conforms("unknown-operation")
    void unknownOperationIsAnErrorThatNamesIt() {
        assertThat(answerTo("r0001001x00000002hi")).isEqualTo("E000100000015unknown operation \"x\"");
    }

    @Test
    @Conforms("error-result")
    void operationExceptionIsAnErrorWithItsText() {
        assertThat(answerTo("r0001006refuse00000000")).isEqualTo("E000100000009not today");
    }

    @Test
    @Conforms("retry-result")
    void retryLaterIsARetryResult() {
        assertThat(answerTo("r0001004busy00000000")).isEqualTo("e0001000000fa00000005later");
    }

    @Test
    @Conforms("retry-to-reference")
    void peerThatKnowsNoRetryResultGetsAnError() {
        RawPeer browser = new RawPeer(false);
        connectTo(browser);
        browser.says("01r0001004busy00000000");
        executor.runAll();
        assertThat(browser.hears()).isEqualTo("01E000100000005later");
    }

    @Test
    @Conforms("failing-handler")
    void otherExceptionsKeepTheirTextFromThePeer() {
        assertThat(answerTo("r0001003bug00000000")).matches("E000100000019internal error \\([0-9a-f]{8}\\)");
    }

    @Test
    void valueThatAHandlerCannotSendIsNoneOfThePeersBusiness() {
        application.handlers().handle("tell", byte[].class, (from, ignored) -> from.tryNotify("x", Double.NaN));
        assertThat(answerTo("r0001004tell00000000")).contains("internal error");
    }

    @Test
    @Conforms("json-payload")
    void payloadThatIsNotJsonIsAnErrorForThatRequestAlone() {
        assertThat(answerTo("r0001004echo00000001{r0002004echo000000011"))
                .contains("E0001", "payload is not JSON")
                .contains("R0002000000011");
    }

    @Test
    @Conforms("answers-in-any-order")
    void answerMayComeLater() {
        CompletableFuture<byte[]> later = new CompletableFuture<>();
        application.handlers().handleBuffer("later", (from, name, payload) -> stage(later));
        assertThat(answerTo("r0001005later00000000")).isEmpty();
        later.complete("done".getBytes(UTF_8));
        assertThat(peer.hears()).isEqualTo("R000100000004done");
    }

    private static CompletionStage<byte[]> stage(CompletableFuture<byte[]> future) {
        return future;
    }

    @Test
    void notificationsAreHandledInTheirOrder() {
        peer.says("n004note000000011n004note000000012n004note000000013");
        executor.runAll();
        assertThat(application.events()).containsExactly("opened", "1", "2", "3");
    }

    @Test
    @Conforms("unknown-notification")
    void unknownNotificationIsIgnored() {
        assertThat(answerTo("n001x00000001yr0001004echo000000011")).isEqualTo("R0001000000011");
    }

    @Test
    void streamRequestToAWholeOperationIsAnErrorAndPartsAreDropped() {
        assertThat(answerTo("s0001004echo00000001xp000100000001yp000100000000"))
                .isEqualTo("E000100000037operation \"echo\" takes no stream; request it as a whole");
    }

    @Test
    @Conforms("oversize")
    void oversizedRequestIsAnErrorWithItsSizeAndTheConnectionLives() {
        String tooLarge = "x".repeat(1048577);
        assertThat(answerTo("r0001004echo00100001" + tooLarge + "r0002004echo000000011"))
                .isEqualTo("E0001" + "00000039payload of \"echo\" has 1048577 bytes, the limit is 1048576"
                        + "R0002000000011");
    }

    @Test
    @Conforms({"bad-hex", "close-codes"})
    void malformedMessageIsAProtocolErrorAndClosesWith4002() {
        assertThat(answerTo("r0001004echo0000zzzz")).isEqualTo("f00000002");
        assertThat(peer.closeCodes()).containsExactly(4002);
        assertThat(application.events()).containsExactly("opened", "closed INVALID_MESSAGE");
    }

    @Test
    @Conforms({"bad-version", "version-before-error", "close-codes"})
    void unsupportedVersionIsAProtocolErrorAndClosesWith4001() {
        RawPeer old = new RawPeer();
        connectTo(old);
        old.says("02");
        assertThat(old.hears()).isEqualTo("01f00000001");
        assertThat(old.closeCodes()).containsExactly(4001);
    }

    @Test
    @Conforms({"protocol-error", "close-codes"})
    void protocolErrorOfThePeerClosesTheConnection() {
        peer.says("f00000003");
        executor.runAll();
        assertThat(peer.closeCodes()).containsExactly(4003);
        assertThat(application.events()).containsExactly("opened", "closed TIMEOUT");
    }
}
