package org.gotalk.net.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.spi.Transport;
import org.gotalk.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/** A connection through an HTTP proxy, which {@code CONNECT} makes. After that the proxy only passes bytes on. */
public final class ProxyTunnel implements Transport, TransportListener, SendCompletion {

    private static final int NORMAL = 1000;

    private final Transport lower;
    private final CompletableFuture<Transport> opened = new CompletableFuture<>();
    private final HttpResponseReader reader = new HttpResponseReader(); // the lower transport's alone
    private final AtomicBoolean toldEnd = new AtomicBoolean();
    private volatile @Nullable TransportListener listener;
    private volatile @Nullable End end;

    private ProxyTunnel(Transport lower) {
        this.lower = lower;
    }

    /**
     * Asks a proxy for a connection.
     *
     * @param proxy a connection to the proxy, not started
     * @param target host and port; an IPv6 address in brackets
     * @param authorization a value of {@code Proxy-Authorization}; empty for none
     * @return the connection, to be started; fails with an {@link IOException}, which is a {@link
     *     ProxyRefusedException} if the proxy refuses
     */
    public static CompletableFuture<Transport> open(
            Transport proxy, String target, String authorization, Duration timeout, Scheduler scheduler) {
        ProxyTunnel tunnel = new ProxyTunnel(proxy);
        HttpRequest request = new HttpRequest("CONNECT", target).header("Host", target);
        if (!authorization.isEmpty()) {
            request.header("Proxy-Authorization", authorization);
        }
        scheduler
                .schedule(() -> tunnel.fail(new ConnectException("no answer of the proxy within " + timeout)), timeout)
                .cancelAfter(tunnel.opened);
        proxy.start(tunnel);
        proxy.send(request.frames(), tunnel);
        return tunnel.opened;
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        TransportListener started = listener;
        if (started != null) {
            started.received(bytes, boundary);
        } else if (!opened.isDone()) {
            readHead(bytes);
        } else if (opened.isCompletedExceptionally()) {
            bytes.position(bytes.limit());
        }
    }

    private void readHead(ByteBuffer bytes) {
        try {
            reader.feed(bytes).ifPresent(this::answered);
        } catch (ProtocolException e) {
            bytes.position(bytes.limit());
            fail(new IOException("the proxy does not support HTTP (" + e.getMessage() + ")", e));
        }
    }

    private void answered(HttpResponse answer) {
        if (answer.status() / 100 == 2) {
            lower.pauseReading(); // until there is a listener
            opened.complete(this);
        } else {
            fail(new ProxyRefusedException(answer));
        }
    }

    private void fail(IOException failure) {
        if (opened.completeExceptionally(failure)) {
            lower.close(NORMAL, "");
        }
    }

    @Override
    public void receivedEnd() {
        TransportListener started = listener;
        if (started == null) {
            fail(new IOException("the proxy closed the connection without an answer"));
        } else {
            started.receivedEnd();
        }
    }

    @Override
    public void closed(int code, String detail) {
        end = new End(code, detail);
        opened.completeExceptionally(new IOException("the proxy closed the connection without an answer: " + detail));
        tellEnd();
    }

    @Override
    public void start(TransportListener newListener) {
        listener = newListener;
        tellEnd();
        lower.resumeReading();
    }

    private void tellEnd() {
        TransportListener told = listener;
        End known = end;
        if (told != null && known != null && toldEnd.compareAndSet(false, true)) {
            told.closed(known.code(), known.detail());
        }
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        lower.send(frames, completion);
    }

    /** The request was sent; the answer follows. */
    @Override
    public void sent() {}

    @Override
    public void failed(Throwable cause) {
        fail(new IOException("the proxy closed the connection: " + cause.getMessage(), cause));
    }

    @Override
    public long sendProgress() {
        return lower.sendProgress();
    }

    @Override
    public void pauseReading() {
        lower.pauseReading();
    }

    @Override
    public void resumeReading() {
        lower.resumeReading();
    }

    @Override
    public void close(int code, String reason) {
        lower.close(code, reason);
    }

    @Override
    public boolean supportsFullProtocol() {
        return lower.supportsFullProtocol();
    }

    private record End(int code, String detail) {}
}
