package org.gotalk;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Fallback handlers, in front of those of a parent. Thread-safe. */
final class Fallbacks {

    private final @Nullable Fallbacks parent;
    private final AtomicReference<@Nullable RequestHandler> request = new AtomicReference<>();
    private final AtomicReference<@Nullable StreamHandler> stream = new AtomicReference<>();
    private final AtomicReference<@Nullable NotificationHandler> notification = new AtomicReference<>();

    Fallbacks(@Nullable Fallbacks parent) {
        this.parent = parent;
    }

    void requestsGoTo(RequestHandler handler) {
        set(request, handler, "requests");
    }

    void streamsGoTo(StreamHandler handler) {
        set(stream, handler, "streams");
    }

    void notificationsGoTo(NotificationHandler handler) {
        set(notification, handler, "notifications");
    }

    /** Empty if a stream fallback is nearer: it also handles requests that come as a whole. */
    Optional<RequestHandler> request() {
        RequestHandler own = request.get();
        return own != null || stream.get() != null || parent == null ? Optional.ofNullable(own) : parent.request();
    }

    Optional<StreamHandler> stream() {
        StreamHandler own = stream.get();
        return own != null || parent == null ? Optional.ofNullable(own) : parent.stream();
    }

    Optional<NotificationHandler> notification() {
        NotificationHandler own = notification.get();
        return own != null || parent == null ? Optional.ofNullable(own) : parent.notification();
    }

    private static <H> void set(AtomicReference<@Nullable H> place, H handler, String what) {
        if (!place.compareAndSet(null, handler)) {
            throw new IllegalStateException("duplicate fallback for " + what);
        }
    }
}
