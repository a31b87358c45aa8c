package org.gotalk;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Handlers by name, in front of those of a parent. Thread-safe. */
final class NamedHandlers<H> {

    private final String what;
    private final @Nullable NamedHandlers<H> parent;
    private final Map<String, H> byName = new ConcurrentHashMap<>();

    /**
     * Has no handlers yet.
     *
     * @param what the kind of the names, for exception messages
     */
    NamedHandlers(String what, @Nullable NamedHandlers<H> parent) {
        this.what = what;
        this.parent = parent;
    }

    /** A new set that extends this one. */
    NamedHandlers<H> overlay() {
        return new NamedHandlers<>(what, this);
    }

    /** Whether it is the other one, or in front of it. */
    boolean includes(NamedHandlers<H> other) {
        return this == other || (parent != null && parent.includes(other));
    }

    void add(String name, H handler) {
        if (byName.putIfAbsent(Names.checked(name), handler) != null) {
            throw new IllegalStateException(what + " \"" + name + "\" has a handler already");
        }
    }

    boolean remove(String name) {
        return byName.remove(name) != null;
    }

    @Nullable
    H find(String name) {
        H own = byName.get(name);
        return own != null || parent == null ? own : parent.find(name);
    }

    Set<String> names() {
        Set<String> names = new HashSet<>(byName.keySet());
        if (parent != null) {
            names.addAll(parent.names());
        }
        return Set.copyOf(names);
    }
}
