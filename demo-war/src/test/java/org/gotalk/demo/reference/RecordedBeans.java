package org.gotalk.demo.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;

/** What the recorded server offered, as methods of a bean. */
@ApplicationScoped
class RecordedBeans {

    /** What the server is asked to request of the client. */
    public record Callback(String op, String payload) {}

    @Operation
    String echo(String text) {
        return text;
    }

    @Operation("buffer-echo")
    byte[] bufferEcho(byte[] bytes) {
        return bytes;
    }

    @Operation
    void fail() {
        throw new OperationException("intended failure");
    }

    @Operation
    void panic() {
        throw new IllegalStateException("intended panic");
    }

    @Operation
    CompletionStage<Integer> slow(int millis) {
        return CompletableFuture.supplyAsync(
                () -> millis, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    @Operation
    CompletionStage<byte[]> callback(Sock client, Callback callback) {
        return client.requestAsync(callback.op(), callback.payload().getBytes(UTF_8), byte[].class);
    }

    @Operation("stream-echo")
    Stream<byte[]> streamEcho(Stream<byte[]> parts) {
        return parts;
    }

    @Operation("stream-fail")
    void streamFail(InputStream in) {
        throw new OperationException("intended stream failure");
    }

    @Notification
    void note(Sock client, byte[] payload) {
        client.notify("noted", payload);
    }
}
