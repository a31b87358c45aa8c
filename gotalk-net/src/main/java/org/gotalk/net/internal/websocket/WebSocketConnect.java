package org.gotalk.net.internal.websocket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.spi.Transport;
import org.jspecify.annotations.Nullable;

/** A WebSocket from the beginning of its handshake to its end. */
final class WebSocketConnect {

    private final ConnectRequest request;
    private final Executor readers;
    private final Scheduler scheduler;
    private final Consumer<WebSocketConnect> whenEnded;
    private final CompletableFuture<Transport> opened = new CompletableFuture<>();
    private volatile @Nullable ClientChannel channel;

    /**
     * One that has not begun.
     *
     * @param whenEnded told of the end, also where it was never open
     */
    WebSocketConnect(
            ConnectRequest request, Executor readers, Scheduler scheduler, Consumer<WebSocketConnect> whenEnded) {
        this.request = request;
        this.readers = readers;
        this.scheduler = scheduler;
        this.whenEnded = whenEnded;
    }

    /** Completes with what is connected; fails with what went wrong. */
    CompletableFuture<Transport> begin(HttpClient client) {
        // The JDK's own limit ends with the head of the answer, whose body may never end.
        Scheduler.Cancellable timer = scheduler.schedule(
                () -> fail(new ConnectException("no answer within " + request.patience())), request.patience());
        ClientListener listener = new ClientListener(request.longestText());
        CompletionStage<WebSocket> building = builder(client).buildAsync(request.address(), listener);
        building.whenComplete((socket, failure) -> {
            timer.cancel();
            if (failure == null) {
                connected(socket, listener);
            } else {
                fail(ConnectFailures.explained(failure, request));
            }
        });
        return opened;
    }

    /** Ends it without a farewell, however far it is. */
    void abort() {
        String why = "this side was closed";
        fail(new IOException(why));
        ClientChannel connected = channel;
        if (connected != null) {
            connected.abort(why);
        }
    }

    private WebSocket.Builder builder(HttpClient client) {
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(request.patience());
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        List<String> offered = request.subprotocols();
        if (!offered.isEmpty()) {
            builder.subprotocols(
                    offered.get(0), offered.subList(1, offered.size()).toArray(String[]::new));
        }
        return builder;
    }

    private void connected(WebSocket socket, ClientListener listener) {
        ClientChannel created = new ClientChannel(socket, readers, scheduler, () -> whenEnded.accept(this));
        listener.tell(created);
        channel = created;
        if (!opened.complete(created.transport())) {
            socket.abort();
        }
    }

    private void fail(Exception failure) {
        if (opened.completeExceptionally(failure)) {
            whenEnded.accept(this);
        }
    }
}
