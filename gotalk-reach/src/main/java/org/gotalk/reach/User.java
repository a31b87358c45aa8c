package org.gotalk.reach;

import java.util.concurrent.CompletionStage;
import org.gotalk.CloseReason;

/** A user, over all connections that have signed in as this one. Thread-safe. */
public interface User {

    /** The name. */
    String name();

    /** Notifies all connections of the user; none if absent. Otherwise as {@link Room#notify}. */
    void notify(String name, Object value);

    /** As {@link #notify}, without waiting, as {@link Room#notifyAsync} does. */
    CompletionStage<Void> notifyAsync(String name, Object value);

    /** As {@link Room#tryNotify}. */
    boolean tryNotify(String name, Object value);

    /** Whether the user has a connection now. */
    boolean isPresent();

    /** The number of the user's connections. */
    int count();

    /** Closes all connections of the user, as {@link org.gotalk.Sock#close(CloseReason)} does. Does not wait. */
    void close(CloseReason reason);
}
