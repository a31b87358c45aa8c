package org.gotalk.demo.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the last {@link #MAX_KNOWN} messages by their sender's key and mark, so that a message that comes again, after its
 * answer was lost with a connection, is not said twice. The key stays when the name changes. Guarded by the {@link Chat}.
 */
final class Repetitions {

    static final int MAX_KNOWN = 4000;

    private final Map<Mark, Message> known = new LinkedHashMap<>();

    /** What this person said under this mark; empty for an empty mark. */
    Optional<Message> said(Person person, String ref) {
        return Optional.ofNullable(known.get(new Mark(person.key(), ref)));
    }

    void add(Person person, Message message) {
        if (message.ref().isEmpty()) {
            return;
        }
        if (known.size() == MAX_KNOWN) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(new Mark(person.key(), message.ref()), message);
    }

    private record Mark(String key, String ref) {}
}
