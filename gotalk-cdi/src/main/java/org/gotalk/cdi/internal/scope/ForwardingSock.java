package org.gotalk.cdi.internal.scope;

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

/** A Sock that forwards each call to the current one. */
public abstract class ForwardingSock implements Sock {

    /** The Sock that a call goes to. */
    protected abstract Sock current();

    @Override
    public String id() {
        return current().id();
    }

    @Override
    public Peer peer() {
        return current().peer();
    }

    @Override
    public void identify(Identity user) {
        current().identify(user);
    }

    @Override
    public void signIn(String token) {
        current().signIn(token);
    }

    @Override
    public CompletionStage<Void> signInAsync(String token) {
        return current().signInAsync(token);
    }

    @Override
    public PayloadCodec codec() {
        return current().codec();
    }

    @Override
    public Limits limits() {
        return current().limits();
    }

    @Override
    public <T> T request(String operation, Object value, Class<T> resultType, Duration timeout) {
        return current().request(operation, value, resultType, timeout);
    }

    @Override
    public <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout) {
        return current().requestAsync(operation, value, resultType, timeout);
    }

    @Override
    public StreamCall streamRequest(String operation, Duration timeout) {
        return current().streamRequest(operation, timeout);
    }

    @Override
    public StreamReader requestParts(String operation, Object value, Duration timeout) {
        return current().requestParts(operation, value, timeout);
    }

    @Override
    public boolean takesStreamRequests() {
        return current().takesStreamRequests();
    }

    @Override
    public void notify(String name, Object value) {
        current().notify(name, value);
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
    public Handlers handlers() {
        return current().handlers();
    }

    @Override
    public void serve(Handlers handlers) {
        current().serve(handlers);
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return current().heartbeat();
    }

    @Override
    public void expiresAt(Instant time) {
        current().expiresAt(time);
    }

    @Override
    public Optional<Instant> expiry() {
        return current().expiry();
    }

    @Override
    public CompletionStage<Instant> renew(String token) {
        return current().renew(token);
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
    public CompletionStage<CloseReason> drain(Duration grace) {
        return current().drain(grace);
    }

    @Override
    public void close(CloseReason reason) {
        current().close(reason);
    }
}
