package org.gotalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gotalk.conformance.Bytes;
import org.gotalk.conformance.Conforms;
import org.gotalk.conformance.Recording;
import org.gotalk.conformance.Seen;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.internal.wire.EncodedMessage;
import org.gotalk.internal.wire.message.ErrorCode;
import org.gotalk.internal.wire.message.Message;
import org.gotalk.recorded.Transcript;
import org.gotalk.recorded.Transcript.Kind;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.testing.Buffers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference sent is understood, and written again as the very same bytes. */
class WireReplayTest {

    private static final int MAX_NAME = 4095;
    private static final int MAX_PAYLOAD = 1 << 20;

    /** Where the client's bytes are no conversation: on purpose, and where its text mode turns ids into lists. */
    private static final Map<String, ErrorCode> MALFORMED = Map.of(
            "go-tcp-version-mismatch-closes", ErrorCode.UNSUPPORTED,
            "go-ws-version-mismatch-closes", ErrorCode.UNSUPPORTED,
            "go-tcp-protocol-error-unknown-type", ErrorCode.INVALID_MESSAGE,
            "go-ws-protocol-error-unknown-type", ErrorCode.INVALID_MESSAGE,
            "js-text-server-request", ErrorCode.INVALID_MESSAGE,
            "js-text-server-request-empty", ErrorCode.INVALID_MESSAGE,
            "js-text-server-request-error", ErrorCode.INVALID_MESSAGE,
            "js-text-server-request-unknown", ErrorCode.INVALID_MESSAGE);

    /** Where the reference's browser library declares a wrong size: what it declares, and what is right. */
    private static final Map<String, List<String>> WRONG_SIZES = Map.of(
            "js-binary-echo-emoji", List.of("0000000a", "00000008"), // six bytes for a character of four
            "js-text-echo-emoji", List.of("00000006", "00000008"), // UTF-16 units
            "js-text-echo-bmp-text", List.of("0000000c", "00000013"), // UTF-16 units
            "js-binary-buffer-nul", List.of("00000001", "00000003")); // up to the first NUL

    static Stream<Arguments> directions() {
        return Transcript.all()
                .flatMap(transcript -> Stream.of(true, false).map(client -> Arguments.of(transcript, client)));
    }

    @ParameterizedTest(name = "{0}, from client: {1}")
    @Conforms("recorded")
    @MethodSource("directions")
    void whatWasRecordedIsReadAndWrittenAgain(Transcript transcript, boolean fromClient) {
        List<Object> seen = read(transcript, fromClient);
        ErrorCode malformed = fromClient ? MALFORMED.get(transcript.name()) : null;
        if (malformed == null) {
            assertThat(written(seen)).isEqualTo(recorded(transcript, fromClient));
        } else {
            assertThat(seen)
                    .last()
                    .isInstanceOfSatisfying(
                            Seen.Malformed.class,
                            last -> assertThat(last.code()).isEqualTo(malformed));
        }
    }

    @ParameterizedTest
    @MethodSource("org.gotalk.recorded.Transcript#all")
    void eachStepOfAByteStreamIsOneMessage(Transcript transcript) {
        if (!transcript.isWebSocket()) {
            for (boolean fromClient : List.of(true, false)) {
                assertThat(read(transcript, fromClient)).hasSameSizeAs(transcript.data(fromClient));
            }
        }
    }

    private static List<Object> read(Transcript transcript, boolean fromClient) {
        Recording recording = new Recording();
        Decoder decoder = new Decoder(MAX_NAME, MAX_PAYLOAD, recording);
        for (Step step : transcript.data(fromClient)) {
            if (step.kind() == Kind.TEXT) {
                decoder.beginTextMessage(step.content().size());
            }
            decoder.feed(ByteBuffer.wrap(step.content().bytes()));
        }
        return recording.events();
    }

    private static String written(List<Object> seen) {
        List<ByteBuffer> segments = new ArrayList<>();
        for (Object event : seen) {
            EncodedMessage encoded =
                    event instanceof Message message ? EncodedMessage.of(message) : EncodedMessage.version();
            segments.add(encoded.header());
            segments.add(encoded.payload());
        }
        return Bytes.show(Buffers.bytes(segments));
    }

    private static String recorded(Transcript transcript, boolean fromClient) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        transcript
                .data(fromClient)
                .forEach(step -> bytes.writeBytes(step.content().bytes()));
        String recorded = Bytes.show(bytes.toByteArray());
        List<String> sizes = WRONG_SIZES.get(transcript.name());
        return fromClient && sizes != null ? recorded.replace(sizes.get(0), sizes.get(1)) : recorded;
    }
}
