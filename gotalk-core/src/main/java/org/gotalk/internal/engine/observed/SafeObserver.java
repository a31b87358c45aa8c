package org.gotalk.internal.engine.observed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gotalk.CloseReason;
import org.gotalk.Sock;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.EngineStatus;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.TraceContext;

/** Several observers as one. What they throw is logged, and has no effect on connections or on each other. */
final class SafeObserver implements EngineObserver {

    private enum Role {
        HANDLES,
        CALLS,
        RECEIVES,
        SENDS
    }

    private final EngineObserver[] observers; // an array, since a list's iterator would be an object for each message

    SafeObserver(List<EngineObserver> observers) {
        this.observers = observers.toArray(EngineObserver[]::new);
    }

    @Override
    public void started(EngineStatus engine) {
        each(observer -> observer.started(engine));
    }

    @Override
    public void stopped(EngineStatus engine) {
        each(observer -> observer.stopped(engine));
    }

    @Override
    public void opened(Sock sock) {
        each(observer -> observer.opened(sock));
    }

    @Override
    public void closed(Sock sock, CloseReason reason, boolean wasSlow) {
        each(observer -> observer.closed(sock, reason, wasSlow));
    }

    @Override
    public Executor callerContext() {
        Executor all = SAME_CONTEXT;
        for (EngineObserver observer : observers) {
            try {
                Executor one = observer.callerContext();
                Executor inner = all;
                all = one == SAME_CONTEXT ? inner : task -> one.execute(() -> inner.execute(task));
            } catch (RuntimeException | LinkageError e) {
                ObserverFailures.log(e);
            }
        }
        return all;
    }

    @Override
    public void refused(Sock sock, String code) {
        each(observer -> observer.refused(sock, code));
    }

    @Override
    public MessageObservation handles(Sock sock, String operation, TraceContext caller) {
        return begin(Role.HANDLES, sock, operation, caller);
    }

    @Override
    public MessageObservation calls(Sock sock, String operation) {
        return begin(Role.CALLS, sock, operation, TraceContext.NONE);
    }

    @Override
    public MessageObservation receives(Sock sock, String notification, TraceContext sender) {
        return begin(Role.RECEIVES, sock, notification, sender);
    }

    @Override
    public MessageObservation sends(Sock sock, String notification) {
        return begin(Role.SENDS, sock, notification, TraceContext.NONE);
    }

    /** Makes nothing if no observer is interested. */
    private MessageObservation begin(Role role, Sock sock, String name, TraceContext context) {
        List<MessageObservation> begun = List.of();
        for (EngineObserver observer : observers) {
            try {
                MessageObservation one = begin(observer, role, sock, name, context);
                if (one != MessageObservation.NONE) {
                    begun = begun.isEmpty() ? new ArrayList<>(1) : begun;
                    begun.add(one);
                }
            } catch (RuntimeException | LinkageError e) {
                ObserverFailures.log(e);
            }
        }
        return begun.isEmpty() ? MessageObservation.NONE : new SafeObservation(begun);
    }

    private static MessageObservation begin(
            EngineObserver observer, Role role, Sock sock, String name, TraceContext context) {
        return switch (role) {
            case HANDLES -> observer.handles(sock, name, context);
            case CALLS -> observer.calls(sock, name);
            case RECEIVES -> observer.receives(sock, name, context);
            case SENDS -> observer.sends(sock, name);
        };
    }

    private void each(Consumer<EngineObserver> action) {
        for (EngineObserver observer : observers) {
            ObserverFailures.guarded(() -> action.accept(observer));
        }
    }
}
