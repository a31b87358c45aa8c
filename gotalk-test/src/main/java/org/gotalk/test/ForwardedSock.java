package org.gotalk.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;
import org.gotalk.EncodedNotification;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.Identity;
import org.gotalk.Limits;
import org.gotalk.PayloadCodec;
import org.gotalk.Peer;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;

/** A Sock that forwards to another one all that does not wait for a result. */
abstract class ForwardedSock implements Sock {

    final Sock sock;

    ForwardedSock(Sock sock) {
        this.sock = sock;
    }

    @Override
    public String id() {
        return sock.id();
    }

    @Override
    public Peer peer() {
        return sock.peer();
    }

    @Override
    public void identify(Identity user) {
        sock.identify(user);
    }

    @Override
    public CompletionStage<Void> signInAsync(String token) {
        return sock.signInAsync(token);
    }

    @Override
    public PayloadCodec codec() {
        return sock.codec();
    }

    @Override
    public Limits limits() {
        return sock.limits();
    }

    @Override
    public <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout) {
        return sock.requestAsync(operation, value, resultType, timeout);
    }

    @Override
    public StreamCall streamRequest(String operation, Duration timeout) {
        return sock.streamRequest(operation, timeout);
    }

    @Override
    public StreamReader requestParts(String operation, Object value, Duration timeout) {
        return sock.requestParts(operation, value, timeout);
    }

    @Override
    public boolean takesStreamRequests() {
        return sock.takesStreamRequests();
    }

    @Override
    public void notify(String name, Object value) {
        sock.notify(name, value);
    }

    @Override
    public boolean tryNotify(EncodedNotification notification) {
        return sock.tryNotify(notification);
    }

    @Override
    public EncodedNotification encode(String name, Object value) {
        return sock.encode(name, value);
    }

    @Override
    public Handlers handlers() {
        return sock.handlers();
    }

    @Override
    public void serve(Handlers handlers) {
        sock.serve(handlers);
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return sock.heartbeat();
    }

    @Override
    public boolean isOpen() {
        return sock.isOpen();
    }

    @Override
    public void expiresAt(Instant time) {
        sock.expiresAt(time);
    }

    @Override
    public Optional<Instant> expiry() {
        return sock.expiry();
    }

    @Override
    public CompletionStage<Instant> renew(String token) {
        return sock.renew(token);
    }

    @Override
    public CompletionStage<CloseReason> closed() {
        return sock.closed();
    }

    @Override
    public CompletionStage<CloseReason> drain(Duration grace) {
        return sock.drain(grace);
    }

    @Override
    public void close(CloseReason reason) {
        sock.close(reason);
    }

    @Override
    public String toString() {
        return sock.toString();
    }
}
