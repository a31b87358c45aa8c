package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gotalk.Limits;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.StreamCall;
import org.gotalk.StreamEndedException;
import org.gotalk.StreamReader;
import org.gotalk.conformance.Conforms;
import org.junit.jupiter.api.Test;

/** Streams between two engines that talk over a pipe, with real threads. */
class StreamsTest extends EnginePair {

    StreamsTest() {
        super(Limits.builder().maxStreams(500).maxConcurrentRequests(500).build());
    }

    private static byte[] randomBytes(int seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(200_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String digest(InputStream bytes) throws IOException {
        try (DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Conforms("client-stream")
    void aStreamMayBeAnsweredByAValue() throws IOException {
        serverHandlers.handleStream(
                "digest",
                (peer, request, result) ->
                        CompletableFuture.completedStage(('"' + digest(request.inputStream()) + '"').getBytes(UTF_8)));
        byte[] file = randomBytes(1);
        try (StreamCall call = connect().streamRequest("digest")) {
            try (OutputStream out = call.request().outputStream()) {
                out.write(file);
            }
            assertThat(call.finish(String.class)).isEqualTo(digest(file));
        }
    }

    @Test
    @Conforms("server-stream")
    void aValueMayBeAnsweredByAStream() {
        serverHandlers.handleStream("count", (request, result) -> {
            int most = Integer.parseInt(new String(request.readAll(10), UTF_8));
            IntStream.range(0, most).forEach(result::writeValue);
        });
        try (StreamReader numbers = connect().requestParts("count", 1000)) {
            assertThat(numbers.values(Integer.class).collect(Collectors.toList()))
                    .isEqualTo(IntStream.range(0, 1000).boxed().toList());
        }
    }

    @Test
    @Conforms("ping-pong")
    void bothSidesMayWaitForEachOthersParts() {
        serverHandlers.handleStream(
                "add",
                (request, result) -> request.values(Integer.class).forEach(number -> result.writeValue(number + 1)));
        try (StreamCall call = connect().streamRequest("add")) {
            byte[] number = {'0'};
            for (int i = 0; i < 100; i++) {
                call.request().write(number);
                number = call.result().read().orElseThrow();
            }
            call.request().close();
            assertThat(call.result().read()).isEmpty();
            assertThat(new String(number, UTF_8)).isEqualTo("100");
        }
    }

    @Test
    void hundredsOfStreamsOnOneConnectionKeepTheirBytesApart() throws Exception {
        serverHandlers.handleStream("echo", (request, result) -> request.parts().forEach(result::write));
        Sock sock = connect();
        List<CompletableFuture<String>> echoed = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] bytes = randomBytes(i);
            StreamCall call = sock.streamRequest("echo");
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return digest(call.result().inputStream());
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    threads);
            CompletableFuture<?> unused = CompletableFuture.runAsync(
                    () -> {
                        for (int from = 0; from < bytes.length; ) {
                            int size = Math.min(bytes.length - from, 1 + bytes[from] * bytes[from]);
                            call.request().write(Arrays.copyOfRange(bytes, from, from + size));
                            from += size;
                        }
                        call.request().close();
                    },
                    threads);
            echoed.add(answer);
        }
        for (int i = 0; i < echoed.size(); i++) {
            assertThat(echoed.get(i).get(60, TimeUnit.SECONDS))
                    .as("stream " + i)
                    .isEqualTo(digest(randomBytes(i)));
        }
    }

    @Test
    @Conforms("early-end")
    void aRequestorThatWritesForEverLearnsThatTheAnswerHasEnded() {
        serverHandlers.handleStream("enough", (request, result) -> {
            assertThat(request.read()).isPresent();
            throw new OperationException("enough");
        });
        try (StreamCall call = connect().streamRequest("enough")) {
            assertThatThrownBy(() -> {
                        while (true) {
                            call.request().write(new byte[10_000]);
                        }
                    })
                    .isInstanceOf(OperationException.class)
                    .hasMessage("enough");
        }
    }

    @Test
    @Conforms("abandoned-stream")
    void aResponderThatAnswersWithoutReadingHoldsUpNobody() {
        serverHandlers.handleStream("ignore", (request, result) -> {}).handle("small", String.class, value -> value);
        Sock sock = connect();
        for (int i = 0; i < 1000; i++) {
            StreamCall call = sock.streamRequest("ignore");
            try {
                for (int part = 0; part < 10; part++) {
                    call.request().write(new byte[1000]);
                }
            } catch (StreamEndedException e) {
                assertThat(e).hasMessageContaining("has ended, and with it the request");
            }
            assertThat(call.result().readAll(0)).isEmpty();
        }
        assertThat(sock.request("small", "alive", String.class)).isEqualTo("alive");
    }

    @Test
    void whoeverWaitsIsReleasedByTheEndOfTheConnection() throws Exception {
        AtomicReference<Throwable> reader = new AtomicReference<>();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        serverHandlers.handleStream("read", (request, result) -> {
            request.read();
            running.countDown();
            try {
                request.read();
            } catch (SockClosedException e) {
                reader.set(e);
            }
            released.countDown();
        });
        Sock sock = connect();
        StreamCall call = sock.streamRequest("read");
        call.request().write(new byte[1]);
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        sock.close();
        assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(reader.get()).isInstanceOf(SockClosedException.class);
        assertThatThrownBy(() -> call.result().read()).isInstanceOf(SockClosedException.class);
    }
}
