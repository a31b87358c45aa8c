package org.gotalk.cdi.internal.invoke.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.cdi.Operation;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamedResultsTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Desk.class).extension();

    private final Sock client = server.connect();

    @Test
    void eachElementOfAReturnedStreamIsAPart() {
        assertThat(parts("count", 3)).containsExactly("{\"number\":1}", "{\"number\":2}", "{\"number\":3}");
    }

    @Test
    void elementsThatAreBytesGoOutAsTheyAre() {
        assertThat(parts("bytes", new byte[0])).containsExactly("a{", "b");
    }

    @Test
    void aStreamWithoutElementsIsEmpty() {
        assertThat(parts("count", 0)).isEmpty();
    }

    @Test
    void whatIsWrittenGoesOutWithItsFlushes() {
        assertThat(parts("write", "x")).containsExactly("first x", "second x");
    }

    @Test
    void partsOfAResultKeepTheirBoundaries() {
        assertThat(parts("parts", new byte[0])).containsExactly("\"a\"", "b");
    }

    @Test
    void aResultThatIsWrittenLaterEndsWithItsStage() {
        StreamReader reader = client.requestParts("later", new byte[0]);
        assertThat(text(reader.read())).isEqualTo("now");
        server.bean(Desk.class).later.complete(null);
        assertThat(reader.read()).isEmpty();
    }

    @Test
    void aFailureComesAfterThePartsBefore() {
        StreamReader reader = client.requestParts("fail after", 2);
        assertThat(text(reader.read())).isEqualTo("1");
        assertThat(text(reader.read())).isEqualTo("2");
        assertThatThrownBy(reader::read).isInstanceOf(OperationException.class).hasMessage("enough");
    }

    @Test
    void whatFailsWhileItIsWrittenDoesNotEndAsIfItWereComplete() {
        StreamReader reader = client.requestParts("write and fail", new byte[0]);
        assertThatThrownBy(() -> reader.readAll(100))
                .isInstanceOf(OperationException.class)
                .hasMessage("no more paper");
    }

    @Test
    void aLateFailureIsAnErrorToo() {
        StreamReader reader = client.requestParts("later", new byte[0]);
        assertThat(text(reader.read())).isEqualTo("now");
        server.bean(Desk.class).later.completeExceptionally(new OperationException("too late"));
        assertThatThrownBy(reader::read).isInstanceOf(OperationException.class).hasMessage("too late");
    }

    @Test
    void nullInsteadOfAStreamFails() {
        StreamReader reader = client.requestParts("no stream", new byte[0]);
        assertThatThrownBy(reader::read)
                .isInstanceOf(OperationException.class)
                .hasMessageStartingWith("internal error (");
    }

    @Test
    void theValueIsCheckedBeforeAnythingIsWritten() {
        StreamReader reader = client.requestParts("count", -1);
        assertThatThrownBy(reader::read)
                .isInstanceOf(OperationException.class)
                .hasMessage("invalid: must be greater than or equal to 0");
    }

    @Test
    void aValueMayComeInParts() {
        StreamCall call = client.streamRequest("write");
        call.request().write(bytes("\"in "));
        call.request().write(bytes("parts\""));
        call.request().close();
        assertThat(texts(call.result())).containsExactly("first in parts", "second in parts");
    }

    @Test
    void anOptionalValueMayBeMissing() {
        assertThat(parts("maybe", new byte[0])).containsExactly("\"none\"");
        assertThat(parts("maybe", "x")).containsExactly("\"x\"");
    }

    @Test
    void bothSidesMayTakeTurns() {
        StreamCall call = client.streamRequest("twice");
        for (int number : List.of(1, 20, 300)) {
            call.request().writeValue(number);
            assertThat(text(call.result().read())).isEqualTo(String.valueOf(2 * number));
        }
        call.request().close();
        assertThat(call.result().read()).isEmpty();
    }

    @Test
    void theResultMayEndWhileTheRequestGoesOn() {
        StreamCall call = client.streamRequest("answer and read on").continueAfterAnswer();
        call.request().write(bytes("a"));
        assertThat(texts(call.result())).containsExactly("thanks");
        call.request().write(bytes("b"));
        call.request().close();
        assertThat(server.bean(Desk.class).readOn.join()).isEqualTo("b");
    }

    @Test
    void bytesPassThrough() throws IOException {
        int size = 4 << 20;
        StreamCall call = client.streamRequest("copy");
        CompletableFuture<Integer> received = CompletableFuture.supplyAsync(
                () -> call.result().parts().mapToInt(part -> part.length).sum());
        try (OutputStream out = call.request().outputStream()) {
            out.write(new byte[size]);
        }
        assertThat(received.join()).isEqualTo(size);
    }

    private List<String> parts(String operation, Object value) {
        return texts(client.requestParts(operation, value));
    }

    private static List<String> texts(StreamReader reader) {
        return reader.parts().map(StreamedResultsTest::text).toList();
    }

    private static String text(Optional<byte[]> part) {
        return text(part.orElseThrow());
    }

    private static String text(byte[] part) {
        return new String(part, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public record Numbered(int number) {}

    @Singleton
    static class Desk {

        private final CompletableFuture<Void> later = new CompletableFuture<>();
        private final CompletableFuture<String> readOn = new CompletableFuture<>();

        @Operation
        Stream<Numbered> count(@PositiveOrZero int to) {
            return IntStream.rangeClosed(1, to).mapToObj(Numbered::new);
        }

        @Operation
        Stream<byte[]> bytes() {
            return Stream.of(StreamedResultsTest.bytes("a{"), new byte[0], StreamedResultsTest.bytes("b"));
        }

        @Operation
        void write(String text, OutputStream out) throws IOException {
            out.write(StreamedResultsTest.bytes("first " + text));
            out.flush();
            out.write(StreamedResultsTest.bytes("second " + text));
        }

        @Operation
        void parts(StreamResult result) {
            result.writeValue("a");
            result.write(StreamedResultsTest.bytes("b"));
        }

        @Operation
        CompletionStage<Void> later(StreamResult result) {
            result.write(StreamedResultsTest.bytes("now"));
            return later;
        }

        @Operation("fail after")
        Stream<Integer> failAfter(int count) {
            return Stream.iterate(1, next -> next + 1).peek(next -> {
                if (next > count) {
                    throw new OperationException("enough");
                }
            });
        }

        @Operation("write and fail")
        void writeAndFail(OutputStream out) throws IOException {
            out.write(StreamedResultsTest.bytes("half of it"));
            throw new OperationException("no more paper");
        }

        @Operation("no stream")
        Stream<String> noStream() {
            return null;
        }

        @Operation
        Stream<String> maybe(Optional<String> value) {
            return Stream.of(value.orElse("none"));
        }

        @Operation
        Stream<Integer> twice(Stream<Integer> numbers) {
            return numbers.map(number -> 2 * number);
        }

        @Operation("answer and read on")
        void answerAndReadOn(StreamRequest request, StreamResult result) {
            request.read();
            result.write(StreamedResultsTest.bytes("thanks"));
            result.close();
            readOn.complete(text(request.read()));
        }

        @Operation
        void copy(InputStream in, OutputStream out) throws IOException {
            in.transferTo(out);
        }
    }
}
