package org.gotalk.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.EngineStatus;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;
import org.gotalk.spi.TraceContext;

/** What an observer was told, a line each. */
public final class RecordingObserver implements EngineObserver {

    private final List<String> events = new ArrayList<>();
    private final AtomicReference<EngineStatus> status = new AtomicReference<>();
    private volatile TraceContext trace = TraceContext.NONE;

    /** What was told since this was asked last. */
    public synchronized List<String> events() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** The engine that has started. */
    public EngineStatus status() {
        return status.get();
    }

    /** What peers are told of the trace of each message from now on. */
    public void sendsTrace(TraceContext context) {
        trace = context;
    }

    private synchronized void add(String event) {
        events.add(event);
    }

    @Override
    public void started(EngineStatus engine) {
        status.set(engine);
    }

    @Override
    public void stopped(EngineStatus engine) {
        add("stopped " + engine.name());
    }

    @Override
    public void opened(Sock sock) {
        add("opened");
    }

    @Override
    public void closed(Sock sock, CloseReason reason, boolean wasSlow) {
        add("closed " + reason.code() + (wasSlow ? " slow" : ""));
    }

    @Override
    public MessageObservation handles(Sock sock, String operation, TraceContext caller) {
        return new Message("handles " + operation + caller.traceparent());
    }

    @Override
    public MessageObservation calls(Sock sock, String operation) {
        return new Message("calls " + operation);
    }

    @Override
    public MessageObservation receives(Sock sock, String notification, TraceContext sender) {
        return new Message("receives " + notification + sender.traceparent());
    }

    @Override
    public MessageObservation sends(Sock sock, String notification) {
        return new Message("sends " + notification);
    }

    @Override
    public void refused(Sock sock, String code) {
        add("refused " + code);
    }

    private final class Message implements MessageObservation {

        private final String what;

        Message(String what) {
            this.what = what;
        }

        @Override
        public TraceContext trace() {
            return trace;
        }

        @Override
        public Runnable begins() {
            add(what + " begins");
            return () -> add(what + " returns");
        }

        @Override
        public void ended(Outcome outcome) {
            add(what + " " + outcome.kind() + (outcome.error().isEmpty() ? "" : " " + outcome.error()));
        }
    }
}
