package org.gotalk.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.testing.EchoedParts;

/** What the two sides of the recordings offered to each other. */
final class RecordedHandlers {

    /** What the server is asked to request of the client. */
    public record Callback(String op, String payload) {}

    private RecordedHandlers() {}

    static Handlers ofTheServer(Scheduler scheduler) {
        return Handlers.create()
                .handle("echo", String.class, text -> text)
                .handle("buffer-echo", byte[].class, bytes -> bytes)
                .handle("fail", byte[].class, bytes -> {
                    throw new OperationException("intended failure");
                })
                .handle("panic", byte[].class, bytes -> {
                    throw new IllegalStateException("intended panic");
                })
                .handle("slow", Integer.class, millis -> after(scheduler, millis))
                .handleStream("stream-echo", EchoedParts::answer)
                .handleStream("stream-fail", (request, result) -> {
                    throw new OperationException("intended stream failure");
                })
                .handle(
                        "callback",
                        Callback.class,
                        (client, callback) -> client.requestAsync(
                                callback.op(), callback.payload().getBytes(UTF_8), byte[].class))
                .handleBufferNotification("note", (client, name, payload) -> client.notify("noted", payload));
    }

    private static CompletionStage<Integer> after(Scheduler scheduler, int millis) {
        CompletableFuture<Integer> later = new CompletableFuture<>();
        scheduler.schedule(() -> later.complete(millis), Duration.ofMillis(millis));
        return later;
    }

    static Handlers ofTheClient() {
        return Handlers.create()
                .handle(
                        "client-upper",
                        byte[].class,
                        bytes -> new String(bytes, UTF_8)
                                .toUpperCase(Locale.ROOT)
                                .getBytes(UTF_8))
                .handle("client-fail", byte[].class, bytes -> {
                    throw new OperationException("client says no");
                })
                .handleBufferNotification("noted", (server, name, payload) -> {});
    }
}
