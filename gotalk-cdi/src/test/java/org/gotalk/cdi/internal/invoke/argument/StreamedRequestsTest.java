package org.gotalk.cdi.internal.invoke.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamRequest;
import org.gotalk.cdi.Operation;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamedRequestsTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(Desk.class).extension();

    private final Sock client = server.connect();

    @Test
    void anInputStreamHasTheBytesOfAllParts() {
        assertThat(answer("text", String.class, "one ", "two ", "three")).isEqualTo("one two three");
    }

    @Test
    void aStreamRequestHasThePartsByThemselves() {
        assertThat(answer("parts of", String[].class, "one", "two")).containsExactly("parts of", "one", "two");
    }

    @Test
    void aStreamHasThePartsDecoded() {
        assertThat(answer("sum", Integer.class, "1", "20", "300")).isEqualTo(321);
    }

    @Test
    void genericPartsAreDecodedAsDeclared() {
        assertThat(answer("sum all", Integer.class, "[1,2]", "[]", "[3]")).isEqualTo(6);
    }

    @Test
    void partsAsBytesStayAsTheyAre() {
        assertThat(answer("sizes", Integer[].class, "{", "abc")).containsExactly(1, 3);
    }

    @Test
    void aPartThatIsNoValueIsAnErrorThatSaysWhatIsExpected() {
        assertThatThrownBy(() -> answer("sum", Integer.class, "1", "\"many\""))
                .isInstanceOf(OperationException.class)
                .hasMessageStartingWith("Integer: expected a whole number from ");
        assertThatThrownBy(() -> answer("sum", Integer.class, "null"))
                .isInstanceOf(OperationException.class)
                .hasMessage("a value (Integer) is needed, but the payload is null");
    }

    @Test
    void aRequestWithoutPartsIsEmpty() {
        assertThat(answer("text", String.class)).isEmpty();
        assertThat(answer("sum", Integer.class)).isZero();
    }

    @Test
    void aRequestThatComesAsAWholeIsOnePart() {
        assertThat(client.request("sum", 42, Integer.class)).isEqualTo(42);
        assertThat(client.request("sum", new byte[0], Integer.class)).isZero();
    }

    @Test
    void aValueBeforeAStreamIsTheFirstPart() {
        assertThat(answer("upload", String.class, "{\"name\":\"a.txt\"}", "one ", "two"))
                .isEqualTo("a.txt: one two");
        assertThat(answer("scaled", Integer.class, "10", "1", "2")).isEqualTo(30);
    }

    @Test
    void aValueBeforeAStreamIsNeeded() {
        assertThatThrownBy(() -> answer("upload", String.class))
                .isInstanceOf(OperationException.class)
                .hasMessage("a value (Meta) is needed, but the payload is empty");
    }

    @Test
    void aWholeRequestIsTheValueBeforeAnEmptyStream() {
        assertThat(client.request("upload", new Meta("a.txt"), String.class)).isEqualTo("a.txt: ");
    }

    @Test
    void theAnswerMayComeLater() {
        CompletionStage<Integer> answer = sent("later", "a").finishAsync(Integer.class);
        server.bean(Desk.class).later.complete(36);
        assertThat(answer.toCompletableFuture().join()).isEqualTo(36);
    }

    @Test
    void voidAnswersNothing() {
        assertThat(answer("swallow", byte[].class, "a", "b")).isEmpty();
        assertThat(answer("swallow later", byte[].class, "a", "b")).isEmpty();
    }

    @Test
    void nobodyHasToReadToTheEnd() {
        assertThat(answer("first", String.class, "\"a\"", "\"b\"")).isEqualTo("a");
    }

    @Test
    void alsoAnInheritedMethodReadsParts() {
        assertThat(answer("total", Integer.class, "\"ab\"", "\"c\"")).isEqualTo(3);
    }

    @Test
    void partsAreReadWhileTheyCome() throws IOException {
        int size = 8 << 20;
        StreamCall call = client.streamRequest("count");
        byte[] part = new byte[100_000];
        try (OutputStream out = call.request().outputStream()) {
            for (int sent = 0; sent < size; sent += part.length) {
                out.write(part, 0, Math.min(part.length, size - sent));
            }
        }
        assertThat(call.finish(Integer.class)).isEqualTo(size);
    }

    @Test
    void theEndOfTheConnectionIsAnExceptionOfTheReader() {
        StreamCall call = client.streamRequest("text");
        call.request().write(bytes("half"));
        server.bean(Desk.class).begun.join();
        client.close();
        assertThat(server.bean(Desk.class).failure.join()).isInstanceOf(IOException.class);
    }

    private <T> T answer(String operation, Class<T> type, String... parts) {
        return sent(operation, parts).finish(type);
    }

    private StreamCall sent(String operation, String... parts) {
        StreamCall call = client.streamRequest(operation).continueAfterAnswer();
        for (String part : parts) {
            call.request().write(bytes(part));
        }
        return call;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What comes before the bytes of a file. */
    public record Meta(String name) {}

    static class Counter<T> {
        @Operation
        int total(Stream<T> parts) {
            return parts.mapToInt(part -> ((String) part).length()).sum();
        }
    }

    @Singleton
    static class Desk extends Counter<String> {

        private final CompletableFuture<Integer> later = new CompletableFuture<>();
        private final CompletableFuture<Void> begun = new CompletableFuture<>();
        private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

        @Operation
        String text(InputStream in) throws IOException {
            begun.complete(null);
            try {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                failure.complete(e);
                throw e;
            }
        }

        @Operation
        int count(InputStream in) throws IOException {
            return (int) in.transferTo(OutputStream.nullOutputStream());
        }

        @Operation
        String upload(Meta meta, InputStream in) throws IOException {
            return meta.name() + ": " + text(in);
        }

        @Operation
        int scaled(Stream<Integer> numbers, int factor) {
            return factor * sum(numbers);
        }

        @Operation("parts of")
        List<String> parts(StreamRequest request) {
            Stream<String> parts = request.parts().map(part -> new String(part, StandardCharsets.UTF_8));
            return Stream.concat(Stream.of(request.operation()), parts).toList();
        }

        @Operation
        int sum(Stream<Integer> numbers) {
            return numbers.mapToInt(Integer::intValue).sum();
        }

        @Operation("sum all")
        int sumAll(Stream<List<Integer>> numbers) {
            return sum(numbers.flatMap(List::stream));
        }

        @Operation
        List<Integer> sizes(Sock peer, Stream<byte[]> parts) {
            return parts.map(part -> part.length).toList();
        }

        @Operation
        CompletionStage<Integer> later(InputStream in) {
            return later;
        }

        @Operation
        void swallow(StreamRequest request) {
            request.parts().forEach(part -> {});
        }

        @Operation("swallow later")
        CompletionStage<Void> swallowLater(StreamRequest request) {
            return CompletableFuture.runAsync(() -> swallow(request));
        }

        @Operation
        String first(Stream<String> words) {
            return words.findFirst().orElseThrow();
        }
    }
}
