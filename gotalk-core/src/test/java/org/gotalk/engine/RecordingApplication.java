package org.gotalk.engine;

import java.util.ArrayList;
import java.util.List;
import org.gotalk.Application;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;

/** Handlers of a test, and a record of what an application is told. */
final class RecordingApplication implements Application {

    private final Handlers handlers = Handlers.create();
    private final List<String> events = new ArrayList<>();
    private boolean failsWhenOpened;

    @Override
    public Handlers handlers() {
        return handlers;
    }

    @Override
    public synchronized void opened(Sock sock) {
        if (failsWhenOpened) {
            throw new IllegalStateException("as the test wants it");
        }
        events.add("opened");
    }

    @Override
    public synchronized void closed(Sock sock, CloseReason reason) {
        events.add("closed " + reason.code());
    }

    synchronized void failWhenOpened() {
        failsWhenOpened = true;
    }

    synchronized void note(String event) {
        events.add(event);
    }

    synchronized List<String> events() {
        return List.copyOf(events);
    }
}
