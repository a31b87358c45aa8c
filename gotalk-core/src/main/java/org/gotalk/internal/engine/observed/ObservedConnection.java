package org.gotalk.internal.engine.observed;

import org.gotalk.CloseReason;
import org.gotalk.NotificationHandler;
import org.gotalk.RequestHandler;
import org.gotalk.Sock;
import org.gotalk.StreamHandler;
import org.gotalk.spi.EngineObserver;
import org.gotalk.spi.MessageObservation;
import org.gotalk.spi.Outcome;
import org.gotalk.spi.TraceContext;
import org.jspecify.annotations.Nullable;

/** Tells the engine's observer of one connection. Without an observer it is a constant that tells nothing. */
public final class ObservedConnection {

    /** Of a connection that nobody observes. */
    public static final ObservedConnection NONE = new ObservedConnection(EngineObserver.NONE);

    private final EngineObserver observer;
    private @Nullable Sock sock; // set before the connection starts
    private volatile boolean isOpen;
    private volatile boolean isSlow;

    private ObservedConnection(EngineObserver observer) {
        this.observer = observer;
    }

    /** Of a connection to come. */
    public static ObservedConnection by(EngineObserver observer) {
        return observer == EngineObserver.NONE ? NONE : new ObservedConnection(observer);
    }

    /** Sets the connection. Called once, before it starts. */
    public void is(Sock connection) {
        if (isObserved()) {
            sock = connection;
        }
    }

    public boolean isObserved() {
        return this != NONE;
    }

    public void opened() {
        if (isObserved()) {
            isOpen = true;
            observer.opened(sock());
        }
    }

    /** The connection has ended. One that was not opened is none for the observer. */
    public void closed(CloseReason reason) {
        if (isOpen) {
            observer.closed(sock(), reason, isSlow);
        }
    }

    /** This side drops what is queued, and closes. */
    public void aborted(CloseReason reason) {
        if (reason.code() == CloseReason.Code.TIMEOUT || reason.code() == CloseReason.Code.GAVE_UP) {
            isTooSlow();
        }
    }

    /** The peer does not take what is sent. */
    public void isTooSlow() {
        if (isObserved()) {
            isSlow = true;
        }
    }

    public void refused(String code) {
        if (isObserved()) {
            observer.refused(sock(), code);
        }
    }

    /** A request of this side. */
    public MessageObservation calls(String operation) {
        return isObserved() ? observer.calls(sock(), operation) : MessageObservation.NONE;
    }

    /** A notification of this side. */
    public MessageObservation sends(String name) {
        return isObserved() ? observer.sends(sock(), name) : MessageObservation.NONE;
    }

    /** A notification of this side was queued, or found no room. */
    public void sent(MessageObservation seen, boolean isQueued) {
        if (seen != MessageObservation.NONE) {
            seen.ended(isQueued ? Outcome.SUCCESS : Outcomes.NO_ROOM);
        }
    }

    /** The handler of a request, which is observed from now on. */
    public RequestHandler handled(String operation, RequestHandler handler, TraceContext caller) {
        MessageObservation seen = handles(operation, caller);
        return seen == MessageObservation.NONE ? handler : new ObservedRequestHandler(handler, seen);
    }

    /** The handler of a request in parts, which is observed from now on. */
    public StreamHandler handledInParts(String operation, StreamHandler handler, TraceContext caller) {
        MessageObservation seen = handles(operation, caller);
        return seen == MessageObservation.NONE ? handler : new ObservedStreamHandler(handler, seen);
    }

    /** The handler of a notification, which is observed from now on. */
    public NotificationHandler received(String name, NotificationHandler handler, TraceContext sender) {
        if (!isObserved()) {
            return handler;
        }
        String label = sock().handlers().handlesNotification(name) ? name : EngineObserver.OTHER;
        MessageObservation seen = observer.receives(sock(), label, sender);
        return seen == MessageObservation.NONE ? handler : new ObservedNotificationHandler(handler, seen);
    }

    private MessageObservation handles(String operation, TraceContext caller) {
        return isObserved() ? observer.handles(sock(), label(operation), caller) : MessageObservation.NONE;
    }

    /** Reserved names have no handler of the application; those that get here are the engine's own. */
    private String label(String operation) {
        boolean isKnown = operation.startsWith("$gotalk/") || sock().handlers().handles(operation);
        return isKnown ? operation : EngineObserver.OTHER;
    }

    private Sock sock() {
        Sock found = sock;
        if (found == null) {
            throw new IllegalStateException("the connection has not begun");
        }
        return found;
    }
}
