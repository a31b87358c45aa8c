package org.gotalk.internal.jfr;

import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.EngineStatus;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.TraceContext;

/** Writes what happens to recordings of the JDK's flight recorder. */
public final class JfrObserver implements EngineObserver {

    private final EventType requests = EventType.getEventType(HandledRequest.class);
    private final EventType calls = EventType.getEventType(MadeCall.class);
    private final EventType notifications = EventType.getEventType(HandledNotification.class);
    private final Map<EngineStatus, Runnable> hooks = new ConcurrentHashMap<>();

    @Override
    public void started(EngineStatus engine) {
        Runnable hook = () -> write(engine);
        hooks.put(engine, hook);
        FlightRecorder.addPeriodicEvent(EngineEvent.class, hook);
    }

    @Override
    public void stopped(EngineStatus engine) {
        Runnable hook = hooks.remove(engine);
        if (hook != null) {
            FlightRecorder.removePeriodicEvent(hook);
        }
    }

    @Override
    public void opened(Sock sock) {
        OpenedConnection event = new OpenedConnection();
        if (event.shouldCommit()) {
            commit(event, sock);
        }
    }

    @Override
    public void closed(Sock sock, CloseReason reason, boolean wasSlow) {
        ClosedConnection event = new ClosedConnection();
        if (event.shouldCommit()) {
            event.code = reason.code().name();
            event.detail = reason.detail();
            event.slow = wasSlow;
            commit(event, sock);
        }
    }

    @Override
    public void refused(Sock sock, String code) {
        RefusedRequest event = new RefusedRequest();
        if (event.shouldCommit()) {
            event.code = code;
            commit(event, sock);
        }
    }

    @Override
    public MessageObservation handles(Sock sock, String operation, TraceContext caller) {
        return requests.isEnabled() ? recorded(new HandledRequest(), sock, operation) : MessageObservation.NONE;
    }

    @Override
    public MessageObservation calls(Sock sock, String operation) {
        return calls.isEnabled() ? recorded(new MadeCall(), sock, operation) : MessageObservation.NONE;
    }

    @Override
    public MessageObservation receives(Sock sock, String notification, TraceContext sender) {
        return notifications.isEnabled()
                ? recorded(new HandledNotification(), sock, notification)
                : MessageObservation.NONE;
    }

    private static MessageObservation recorded(MessageEvent event, Sock sock, String name) {
        event.connection = sock.id();
        event.user = user(sock);
        event.name = name;
        event.begin();
        return new RecordedMessage(event, System.nanoTime());
    }

    private static void commit(ConnectionEvent event, Sock sock) {
        event.connection = sock.id();
        event.user = user(sock);
        event.address = sock.peer().address();
        event.commit();
    }

    private static void write(EngineStatus engine) {
        EngineEvent event = new EngineEvent();
        event.application = engine.name();
        event.connections = engine.socks().size();
        event.running = engine.runningRequests();
        event.waiting = engine.waitingMessages();
        event.waitingBytes = engine.waitingBytes();
        event.outboundBytes = engine.outboundBytes();
        event.load = engine.load();
        event.commit();
    }

    private static String user(Sock sock) {
        return sock.peer().principal().map(Principal::getName).orElse("");
    }
}
