package org.gotalk.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.gotalk.GotalkException;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;

/** Operations in parts. */
public final class InteropStreams {

    private static final int LARGE = 100_000;

    private final Map<Sock, CompletableFuture<byte[]>> held = new ConcurrentHashMap<>();

    void addTo(Handlers handlers) {
        handlers.handleStream("parts", InteropStreams::echo)
                .handleStream("count", InteropStreams::count)
                .handleStream("numbers", (request, result) -> writeNumbers(result))
                .handleStream("large", (request, result) -> result.write(new byte[LARGE]))
                .handleStream("answer at once", InteropStreams::answerAtOnce)
                .handleStream("empty", (request, result) -> result.close())
                .handleStream("fail midway", (request, result) -> failMidway(result))
                .handleStream("refuse midway", (request, result) -> refuseMidway(result))
                .handleStream("answer and read on", InteropStreams::answerAndReadOn)
                .handleStream("leave unread", this::hold)
                .handleBuffer("ask in parts", (from, name, payload) -> done(askInParts(from)))
                .handleBuffer("leave no more", (from, name, payload) -> letGo(from));
    }

    /** Answers each part with the same part. */
    private static CompletionStage<byte[]> echo(Sock peer, StreamRequest request, StreamResult result) {
        return request.readAsync()
                .thenCompose(part -> part.isEmpty()
                        ? done("")
                        : result.writeAsync(part.get()).thenCompose(queued -> echo(peer, request, result)));
    }

    private static CompletionStage<byte[]> count(Sock peer, StreamRequest request, StreamResult result) {
        return done(String.valueOf(request.readAll(LARGE).length));
    }

    private static CompletionStage<byte[]> answerAtOnce(Sock peer, StreamRequest request, StreamResult result) {
        return done("no more");
    }

    private static void writeNumbers(StreamResult result) {
        for (String number : new String[] {"one", "two", "three"}) {
            result.write(number.getBytes(UTF_8));
        }
    }

    private static void failMidway(StreamResult result) {
        result.write("one".getBytes(UTF_8));
        throw new OperationException("midway");
    }

    private static void refuseMidway(StreamResult result) {
        result.write("one".getBytes(UTF_8));
        throw RetryLater.after(Duration.ofMillis(20), "midway");
    }

    private static CompletionStage<byte[]> answerAndReadOn(Sock peer, StreamRequest request, StreamResult result) {
        result.close();
        peer.notify("read", request.readAll(LARGE));
        return done("");
    }

    /** Requests of the client in parts, sends back what it answers, and tells how that went. */
    private static String askInParts(Sock client) {
        try (StreamCall call = client.streamRequest("up")) {
            call.request().write("one".getBytes(UTF_8));
            Optional<byte[]> answer = call.result().read();
            while (answer.isPresent()) {
                call.request().write(answer.get());
                answer = call.result().read();
            }
            call.request().write("more".getBytes(UTF_8));
            return "the client takes more";
        } catch (GotalkException | IllegalStateException e) {
            return e.getClass().getSimpleName();
        }
    }

    private CompletionStage<byte[]> hold(Sock peer, StreamRequest request, StreamResult result) {
        return held.computeIfAbsent(peer, ignored -> new CompletableFuture<>());
    }

    private CompletionStage<byte[]> letGo(Sock peer) {
        held.get(peer).complete(new byte[0]);
        return done("");
    }

    private static CompletionStage<byte[]> done(String payload) {
        return CompletableFuture.completedFuture(payload.getBytes(UTF_8));
    }
}
