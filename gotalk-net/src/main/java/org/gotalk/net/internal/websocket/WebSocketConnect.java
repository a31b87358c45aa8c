package org.gotalk.net.internal.websocket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.net.internal.http.HttpResponse;
import org.gotalk.net.internal.http.HttpResponseReader;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/** The handshake of a WebSocket, on a transport whose events it hands on to the channel afterwards. */
final class WebSocketConnect implements TransportListener, SendCompletion {

    private static final int NORMAL = 1000;

    private final Transport lower;
    private final ConnectRequest request;
    private final Scheduler scheduler;
    private final Handshake handshake;
    private final HttpResponseReader reader = new HttpResponseReader(); // the lower transport's alone
    private final CompletableFuture<Transport> opened = new CompletableFuture<>();
    private @Nullable ClientChannel channel; // the lower transport's alone

    /** One that has not begun. */
    WebSocketConnect(Transport lower, ConnectRequest request, Scheduler scheduler) {
        this.lower = lower;
        this.request = request;
        this.scheduler = scheduler;
        this.handshake = new Handshake(request);
    }

    /** Completes with what is connected; fails with what went wrong. */
    CompletableFuture<Transport> begin() {
        scheduler
                .schedule(
                        () -> fail(new ConnectException("no answer within " + request.patience())), request.patience())
                .cancelAfter(opened);
        lower.start(this);
        lower.send(handshake.request().frames(), this);
        return opened;
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        if (channel != null) {
            channel.received(bytes, boundary);
        } else if (opened.isDone()) {
            bytes.position(bytes.limit());
        } else {
            readHead(bytes);
        }
    }

    private void readHead(ByteBuffer bytes) {
        try {
            reader.feed(bytes).ifPresent(this::answered);
        } catch (ProtocolException e) {
            bytes.position(bytes.limit());
            fail(ConnectFailures.noHttp(e, request));
        }
    }

    /** What comes behind the answer waits until somebody reads. */
    private void answered(HttpResponse answer) {
        try {
            String subprotocol = handshake.accept(answer);
            ClientChannel created = new ClientChannel(lower, subprotocol, request.longestText(), scheduler);
            if (opened.complete(created.transport())) {
                channel = created;
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    @Override
    public void receivedEnd() {
        if (channel == null) {
            fail(ConnectFailures.noResponse(request));
        } else {
            channel.receivedEnd();
        }
    }

    @Override
    public void closed(int code, String detail) {
        if (channel == null) {
            opened.completeExceptionally(
                    detail.isEmpty() ? ConnectFailures.noResponse(request) : new IOException(detail));
        } else {
            channel.closed(code, detail);
        }
    }

    /** The request was sent; the answer follows. */
    @Override
    public void sent() {}

    @Override
    public void failed(Throwable cause) {
        fail(new IOException(ConnectFailures.noResponse(request).getMessage(), cause));
    }

    private void fail(IOException failure) {
        if (opened.completeExceptionally(failure)) {
            lower.close(NORMAL, "");
        }
    }
}
