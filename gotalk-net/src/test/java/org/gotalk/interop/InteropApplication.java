package org.gotalk.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.OperationException;
import org.gotalk.RetryLater;
import org.gotalk.Sock;
import org.gotalk.SockClosedException;
import org.gotalk.spi.Application;

/** What the interop cases need: operations that answer in each way, and such as request of the client. */
public final class InteropApplication implements Application {

    private static final Duration ASKS_FOR = Duration.ofSeconds(10);
    private static final Duration ASKS_BRIEFLY_FOR = Duration.ofMillis(50);

    private final Handlers handlers = Handlers.create();
    private final Handlers withFallbacks = handlers.subHandlers();
    private final Map<Sock, CompletableFuture<byte[]>> held = new ConcurrentHashMap<>();
    private final BlockingQueue<String> losses = new LinkedBlockingQueue<>();

    /** Serves. */
    public InteropApplication() {
        handlers.handleBuffer("echo", (peer, name, payload) -> done(payload))
                .handle("greet", String.class, name -> "Hello " + name)
                .handleBuffer("fail", (peer, name, payload) -> fail(text(payload)))
                .handleBuffer("refuse", (peer, name, payload) -> refuse(text(payload)))
                .handleBuffer("break", (peer, name, payload) -> breakDown())
                .handleBuffer("hold", (peer, name, payload) -> hold(peer))
                .handleBuffer("hold and tell", (peer, name, payload) -> holdAndTell(peer))
                .handleBuffer("let go", (peer, name, payload) -> letGo(peer, payload))
                .handleBuffer("ask", (peer, name, payload) -> ask(peer, text(payload), ASKS_FOR))
                .handleBuffer("ask briefly", (peer, name, payload) -> ask(peer, text(payload), ASKS_BRIEFLY_FOR))
                .handleBuffer("loss", (peer, name, payload) -> done(bytes(losses.take())))
                .handleBufferNotification("note", (peer, name, payload) -> peer.notify("noted", payload))
                .handleBufferNotification("break", (peer, name, payload) -> breakDown());
        new InteropStreams().addTo(handlers);
        withFallbacks
                .handleFallback((peer, name, payload) -> done(bytes("fallback for " + name)))
                .handleNotificationFallback((peer, name, payload) -> peer.notify("fallback", bytes(name)));
    }

    @Override
    public Handlers handlers() {
        return handlers;
    }

    @Override
    public void opened(Sock sock) {
        if (sock.peer().parameter("fallbacks").isPresent()) {
            sock.serve(withFallbacks);
        }
    }

    @Override
    public void heartbeat(Sock sock, Heartbeat heartbeat) {
        if (sock.peer().parameter("heartbeats").isPresent()) {
            sock.notify("heard", bytes(heartbeat.load() + " " + heartbeat.time().getEpochSecond()));
        }
    }

    private static CompletionStage<byte[]> fail(String text) {
        throw new OperationException(text);
    }

    private static CompletionStage<byte[]> refuse(String millis) {
        throw RetryLater.after(Duration.ofMillis(Long.parseLong(millis)), "not now");
    }

    private static CompletionStage<byte[]> breakDown() {
        throw new IllegalStateException("a secret of the server");
    }

    /** Answers when the peer says so. */
    private CompletionStage<byte[]> hold(Sock peer) {
        return held.computeIfAbsent(peer, ignored -> new CompletableFuture<>());
    }

    /** Says when it has begun, and so has its permit. */
    private CompletionStage<byte[]> holdAndTell(Sock peer) {
        peer.notify("begun", new byte[0]);
        return hold(peer);
    }

    private CompletionStage<byte[]> letGo(Sock peer, byte[] payload) {
        hold(peer).toCompletableFuture().complete(payload);
        return done(new byte[0]);
    }

    /** Requests of the client what it asks for, and answers how that went. */
    private CompletionStage<byte[]> ask(Sock peer, String operation, Duration timeout) {
        return peer.requestAsync(operation, bytes("?"), byte[].class, timeout)
                .handle((answer, failure) -> bytes(failure == null ? "R " + text(answer) : described(failure)));
    }

    private String described(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        String described = cause.getClass().getSimpleName() + " " + cause.getMessage();
        if (cause instanceof SockClosedException) {
            losses.add(described);
        }
        return described;
    }

    private static CompletionStage<byte[]> done(byte[] payload) {
        return CompletableFuture.completedFuture(payload);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] payload) {
        return new String(payload, UTF_8);
    }
}
