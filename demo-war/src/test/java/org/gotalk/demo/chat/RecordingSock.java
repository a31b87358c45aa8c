package org.gotalk.demo.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** A connection whose other end just writes down what it is told. */
final class RecordingSock implements Sock {

    private final List<Object> told = new CopyOnWriteArrayList<>();
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    private volatile boolean reads = true;

    /** What came, oldest first. */
    List<Object> told() {
        return told;
    }

    /** What came of one kind. */
    <T> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** From now on nothing more can be queued for this peer. */
    void stopReading() {
        reads = false;
    }

    @Override
    public EncodedNotification encode(String name, Object value) {
        return new Encoded(name, value);
    }

    @Override
    public boolean tryNotify(EncodedNotification notification) {
        return tryNotify(notification.name(), ((Encoded) notification).value());
    }

    @Override
    public boolean tryNotify(String name, Object value) {
        return reads && isOpen() && told.add(value);
    }

    @Override
    public void expiresAt(Instant time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> expiry() {
        return Optional.empty();
    }

    @Override
    public CompletionStage<Instant> renew(String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return !closed.isDone();
    }

    @Override
    public CompletionStage<CloseReason> closed() {
        return closed;
    }

    @Override
    public void close(CloseReason reason) {
        closed.complete(reason);
    }

    @Override
    public String id() {
        return "recording";
    }

    @Override
    public Peer peer() {
        return Peer.at(id());
    }

    @Override
    public void identify(Identity user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void signIn(String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> signInAsync(String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PayloadCodec codec() {
        throw notPartOfThis();
    }

    @Override
    public Limits limits() {
        throw notPartOfThis();
    }

    @Override
    public <T> T request(String operation, Object value, Class<T> resultType, Duration timeout) {
        throw notPartOfThis();
    }

    @Override
    public <T> CompletionStage<T> requestAsync(String operation, Object value, Class<T> resultType, Duration timeout) {
        throw notPartOfThis();
    }

    @Override
    public StreamCall streamRequest(String operation, Duration timeout) {
        throw notPartOfThis();
    }

    @Override
    public StreamReader requestParts(String operation, Object value, Duration timeout) {
        throw notPartOfThis();
    }

    @Override
    public boolean takesStreamRequests() {
        throw notPartOfThis();
    }

    @Override
    public Handlers handlers() {
        throw notPartOfThis();
    }

    @Override
    public void serve(Handlers handlers) {
        throw notPartOfThis();
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        throw notPartOfThis();
    }

    @Override
    public CompletionStage<CloseReason> drain(Duration grace) {
        throw notPartOfThis();
    }

    @Override
    public void notify(String name, Object value) {
        throw new AssertionError("the chat must not wait for a peer");
    }

    private static AssertionError notPartOfThis() {
        return new AssertionError("the chat has no use for this");
    }

    private record Encoded(String name, Object value) implements EncodedNotification {
        @Override
        public int size() {
            return 0;
        }
    }
}
