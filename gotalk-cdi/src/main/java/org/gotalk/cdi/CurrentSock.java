package org.gotalk.cdi;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.PayloadCodec;
import org.gotalk.Peer;
import org.gotalk.Sock;

/**
 * What is injected as a {@link Sock}: whoever is being handled on the calling thread. Written by hand instead of made
 * by the container as a proxy of the scope, so that using it at the wrong time says what to do instead.
 */
final class CurrentSock implements Sock {

    private static Sock current() {
        return SockScope.active()
                .map(SockScope::sock)
                .orElseThrow(() -> new IllegalStateException("the injected Sock stands for the peer whose message is"
                        + " being handled, but this thread handles none; to reach a peer at other times, let the"
                        + " method take a Sock parameter and keep that, or inject OpenSocks to reach all"));
    }

    @Override
    public String id() {
        return current().id();
    }

    @Override
    public Peer peer() {
        return current().peer();
    }

    @Override
    public PayloadCodec codec() {
        return current().codec();
    }

    @Override
    public <T> T request(String operation, Object value, Class<T> resultType) {
        return current().request(operation, value, resultType);
    }

    @Override
    public <T> T request(String operation, Object value, Class<T> resultType, Duration timeout) {
        return current().request(operation, value, resultType, timeout);
    }

    @Override
    public void request(String operation, Object value) {
        current().request(operation, value);
    }

    @Override
    public <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType) {
        return current().requestAsync(operation, value, resultType);
    }

    @Override
    public <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout) {
        return current().requestAsync(operation, value, resultType, timeout);
    }

    @Override
    public void notify(String name, Object value) {
        current().notify(name, value);
    }

    @Override
    public boolean tryNotify(String name, Object value) {
        return current().tryNotify(name, value);
    }

    @Override
    public boolean tryNotify(EncodedNotification notification) {
        return current().tryNotify(notification);
    }

    @Override
    public EncodedNotification encode(String name, Object value) {
        return current().encode(name, value);
    }

    @Override
    public boolean isOpen() {
        return current().isOpen();
    }

    @Override
    public CompletionStage<CloseReason> closed() {
        return current().closed();
    }

    @Override
    public void close() {
        current().close();
    }

    @Override
    public void close(CloseReason reason) {
        current().close(reason);
    }

    @Override
    public String toString() {
        return SockScope.active().map(scope -> scope.sock().toString()).orElse("Sock of no message");
    }
}
