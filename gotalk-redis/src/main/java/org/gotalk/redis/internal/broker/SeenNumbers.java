package org.gotalk.redis.internal.broker;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last message of each publisher in a channel. An engine that was started again may publish once more what it had
 * published before, in a new epoch. Knows the publishers that were heard last; for the engine thread alone.
 */
final class SeenNumbers {

    private static final int MOST_PUBLISHERS = 128;

    private final Map<String, Long> last = new LinkedHashMap<>(2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_PUBLISHERS;
        }
    };

    /** Whether a message is later than those before of its publisher, of which it is the last from now on. */
    boolean add(String publisher, long number) {
        Long before = last.get(publisher);
        if (before != null && before >= number) {
            return false;
        }
        last.put(publisher, number);
        return true;
    }
}
