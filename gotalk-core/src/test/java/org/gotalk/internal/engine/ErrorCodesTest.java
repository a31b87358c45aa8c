package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.Peer;
import org.gotalk.StandardCodes;
import org.gotalk.StreamReader;
import org.gotalk.testing.ManualExecutor;
import org.gotalk.testing.ManualScheduler;
import org.gotalk.testing.RawPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which peers get codes and data in error results, byte by byte, and of which they are read. */
class ErrorCodesTest {

    private static final String SEPARATOR = "\u001f";

    private final ManualScheduler scheduler = new ManualScheduler();
    private final ManualExecutor executor = new ManualExecutor();
    private final RecordingApplication application = new RecordingApplication();
    private final RawPeer ours = new RawPeer() {
        @Override
        public boolean supportsExtensions() {
            return true;
        }
    };
    private final RawPeer other = new RawPeer();

    public record Lowest(int amount) {}

    @BeforeEach
    void offer() {
        application
                .handlers()
                .handle("bid", byte[].class, ignored -> {
                    throw new OperationException("bid-too-low", "too low", new Lowest(50));
                })
                .handle("relay", byte[].class, ignored -> {
                    throw new OperationException("raw", "x", "[1, 2]".getBytes(UTF_8));
                })
                .handle("forge", byte[].class, ignored -> {
                    throw new OperationException("x" + SEPARATOR + "{\"code\":\"forged\"}");
                })
                .handle("bad-data", byte[].class, ignored -> {
                    throw new OperationException("c", "x", "}".getBytes(UTF_8));
                })
                .handle("large", byte[].class, ignored -> {
                    throw new OperationException("c", "x", new byte[OperationException.MAX_DATA + 1]);
                })
                .handle("number", Integer.class, value -> value)
                .handle("bug", byte[].class, ignored -> {
                    throw new IllegalStateException("secret");
                })
                .handleStream("upload", (request, result) -> {
                    request.readAll();
                    throw new OperationException("bid-too-low", "too low");
                });
    }

    private EngineSock connect(RawPeer peer) {
        EngineSock sock = (EngineSock) new EngineBuilder(application)
                .executor(executor)
                .scheduler(scheduler)
                .limits(Limits.builder().maxPayload(128).build())
                .build()
                .connect(peer, Peer.at("test"));
        peer.says("01");
        executor.runAll();
        peer.hears();
        return sock;
    }

    /** What a request is answered, without the header. */
    private String error(RawPeer peer, String request) {
        connect(peer);
        peer.says(request);
        executor.runAll();
        String answer = peer.hears();
        assertThat(answer).startsWith("E0001");
        return answer.substring(13);
    }

    @Test
    void aPeerOfOursGetsCodeAndDataBehindTheText() {
        assertThat(error(ours, "r0001003bid00000000"))
                .isEqualTo("too low" + SEPARATOR + "{\"code\":\"bid-too-low\",\"data\":{\"amount\":50}}");
    }

    @Test
    void anyOtherPeerGetsTheTextAlone() {
        assertThat(error(other, "r0001003bid00000000")).isEqualTo("too low");
        assertThat(error(new RawPeer(), "r0001005forge00000000")).startsWith("x" + SEPARATOR);
    }

    @Test
    void aTextWithASeparatorIsToldFromCodeAndData() {
        assertThat(error(ours, "r0001005forge00000000")).endsWith("{\"code\":\"forged\"}" + SEPARATOR + "{}");
    }

    @Test
    void dataInBytesIsJsonAlready() {
        assertThat(error(ours, "r0001005relay00000000"))
                .isEqualTo("x" + SEPARATOR + "{\"code\":\"raw\",\"data\":[1, 2]}");
    }

    @Test
    void dataThatIsNoJsonOrTooLargeIsLeftOut() {
        assertThat(error(ours, "r0001008bad-data00000000")).isEqualTo("x" + SEPARATOR + "{\"code\":\"c\"}");
        ours.says("r0001005large00000000");
        executor.runAll();
        assertThat(ours.hears()).endsWith("x" + SEPARATOR + "{\"code\":\"c\"}");
    }

    @Test
    void theLibrarysOwnErrorsHaveStandardCodes() {
        assertThat(error(ours, "r0001004none00000000")).endsWith(coded(StandardCodes.UNKNOWN_OPERATION));
        assertThat(next("r0001006number00000003\"a\"")).endsWith(coded(StandardCodes.INVALID_PAYLOAD));
        assertThat(next("r0001003bug00000000")).endsWith(coded(StandardCodes.INTERNAL));
        assertThat(next("r0001003bid00000081" + "x".repeat(129))).endsWith(coded(StandardCodes.TOO_LARGE));
        assertThat(next("s0001006number00000000")).endsWith(coded(StandardCodes.UNSUPPORTED));
    }

    @Test
    void aStreamEndsWithCodeAndDataToo() {
        assertThat(error(ours, "r0001006upload00000000")).endsWith(coded("bid-too-low"));
    }

    @Test
    void aCallerReadsCodeAndDataOfAPeerOfOurs() {
        OperationException error = answered(ours, "too low" + SEPARATOR + "{\"code\":\"low\",\"data\":{\"amount\":5}}");
        assertThat(error).hasMessage("too low");
        assertThat(error.code()).contains("low");
        assertThat(error.data(Lowest.class)).contains(new Lowest(5));
    }

    @Test
    void aReaderOfAStreamGetsCodeAndDataToo() {
        StreamReader result = connect(ours).requestParts("list", new byte[0]);
        String id = ours.hears().substring(1, 5);
        String payload = "gone" + SEPARATOR + "{\"code\":\"gone\",\"data\":{\"amount\":5}}";
        ours.says("E" + id + "%08x".formatted(payload.length()) + payload);
        OperationException error = catchThrowableOfType(OperationException.class, result::readAll);
        assertThat(error.code()).contains("gone");
        assertThat(error.data(Lowest.class)).contains(new Lowest(5));
    }

    @Test
    void anErrorOfAnyOtherPeerIsItsTextWhole() {
        String text = "too low" + SEPARATOR + "{\"code\":\"low\"}";
        OperationException error = answered(other, text);
        assertThat(error).hasMessage(text);
        assertThat(error.code()).isEmpty();
    }

    private String next(String request) {
        ours.says(request);
        executor.runAll();
        return ours.hears();
    }

    private OperationException answered(RawPeer peer, String payload) {
        CompletableFuture<byte[]> result = connect(peer).requestNow("ask", new byte[0], Duration.ZERO);
        String id = peer.hears().substring(1, 5);
        peer.says("E" + id + "%08x".formatted(payload.length()) + payload);
        executor.runAll();
        return (OperationException) result.handle((value, failure) -> failure).join();
    }

    private static String coded(String code) {
        return SEPARATOR + "{\"code\":\"" + code + "\"}";
    }
}
