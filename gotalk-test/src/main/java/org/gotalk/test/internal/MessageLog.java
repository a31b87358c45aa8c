package org.gotalk.test.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gotalk.WaitInterruptedException;
import org.gotalk.internal.wire.message.NotificationMessage;

/** What goes over one connection, oldest first; bounded. Thread-safe. */
public final class MessageLog {

    /** The most lines, and the most notifications, that are kept. */
    public static final int MOST = 1000;

    /** Notifications of the protocol itself, which no application sees. */
    private static final String RESERVED = "$gotalk/";

    @GuardedBy("this")
    private final Deque<String> lines = new ArrayDeque<>();

    @GuardedBy("this")
    private final Deque<NotificationMessage> notifications = new ArrayDeque<>();

    @GuardedBy("this")
    private long dropped;

    /** Nothing went over the connection yet. */
    public MessageLog() {}

    synchronized void add(String line) {
        if (lines.size() == MOST) {
            lines.remove();
            dropped++;
        }
        lines.add(line);
    }

    synchronized void received(NotificationMessage message) {
        if (message.name().startsWith(RESERVED)) {
            return;
        }
        if (notifications.size() == MOST) {
            notifications.remove();
        }
        notifications.add(message);
        notifyAll();
    }

    /** The lines. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The number of lines that were dropped, because more came. */
    public synchronized long dropped() {
        return dropped;
    }

    /** The notifications that were received and not taken. */
    public synchronized List<String> notifications() {
        return notifications.stream().map(MessageText::text).toList();
    }

    /** Waits for a notification of this name, and takes the oldest; empty if none comes. */
    public synchronized Optional<NotificationMessage> take(String name, Duration limit) {
        long start = System.nanoTime();
        for (long left = limit.toNanos(); ; left = limit.toNanos() - (System.nanoTime() - start)) {
            Optional<NotificationMessage> found = poll(name);
            if (found.isPresent() || left <= 0) {
                return found;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WaitInterruptedException("the notification \"" + name + "\"", e);
            }
        }
    }

    @GuardedBy("this")
    private Optional<NotificationMessage> poll(String name) {
        for (Iterator<NotificationMessage> each = notifications.iterator(); each.hasNext(); ) {
            NotificationMessage message = each.next();
            if (message.name().equals(name)) {
                each.remove();
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }
}
