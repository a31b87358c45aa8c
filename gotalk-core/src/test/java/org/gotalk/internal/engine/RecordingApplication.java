package org.gotalk.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Heartbeat;
import org.gotalk.Sock;
import org.gotalk.spi.Application;

/** Handlers of a test, and a record of what an application is told. */
final class RecordingApplication implements Application {

    private final Handlers handlers = Handlers.create();
    private final List<String> events = new ArrayList<>();
    private Consumer<Sock> whenOpened = sock -> {};

    @Override
    public Handlers handlers() {
        return handlers;
    }

    @Override
    public synchronized void opened(Sock sock) {
        whenOpened.accept(sock);
        events.add("opened");
    }

    @Override
    public synchronized void heartbeat(Sock sock, Heartbeat heartbeat) {
        events.add("heartbeat " + heartbeat.load());
    }

    @Override
    public synchronized void closed(Sock sock, CloseReason reason) {
        events.add("closed " + reason.code());
    }

    synchronized void failWhenOpened() {
        whenOpened(sock -> {
            throw new IllegalStateException("as the test wants it");
        });
    }

    synchronized void whenOpened(Consumer<Sock> action) {
        whenOpened = action;
    }

    synchronized void note(String event) {
        events.add(event);
    }

    synchronized List<String> events() {
        return List.copyOf(events);
    }
}
