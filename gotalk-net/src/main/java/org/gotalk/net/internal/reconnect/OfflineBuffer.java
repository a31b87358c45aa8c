package org.gotalk.net.internal.reconnect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Messages that wait, in the order in which they were given, within a bound. Used under the lock of {@link ReconnectingSender}. */
final class OfflineBuffer {

    private final int maxMessages;
    private final long maxBytes;
    private final TreeSet<WaitingMessage> messages = new TreeSet<>(Comparator.comparingLong(WaitingMessage::order));
    private long bytes;

    OfflineBuffer(int maxMessages, long maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    /** Lets a message in if there is room. One larger than the bound waits alone. */
    boolean offer(WaitingMessage message) {
        boolean hasRoom = messages.size() < maxMessages && (bytes == 0 || bytes + message.size() <= maxBytes);
        if (hasRoom) {
            putBack(message);
        }
        return hasRoom;
    }

    /** Lets a message in again that has been in here, at its place. */
    void putBack(WaitingMessage message) {
        if (messages.add(message)) {
            bytes += message.size();
        }
    }

    /** Takes the first out; null for none. */
    @Nullable
    WaitingMessage poll() {
        WaitingMessage first = messages.pollFirst();
        if (first != null) {
            bytes -= first.size();
        }
        return first;
    }

    /** Takes a message out; whether it was in here. */
    boolean remove(WaitingMessage message) {
        boolean removed = messages.remove(message);
        if (removed) {
            bytes -= message.size();
        }
        return removed;
    }

    /** Takes all out. */
    List<WaitingMessage> removeAll() {
        List<WaitingMessage> all = new ArrayList<>(messages);
        messages.clear();
        bytes = 0;
        return all;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    int size() {
        return messages.size();
    }

    long bytes() {
        return bytes;
    }
}
