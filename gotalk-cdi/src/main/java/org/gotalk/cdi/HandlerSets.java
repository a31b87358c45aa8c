package org.gotalk.cdi;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.gotalk.Handlers;

/** The handlers of all sets; the same ones for whoever serves them or has them injected. */
final class HandlerSets {

    private final Handlers standard = Handlers.create();
    private final Map<String, Handlers> named = new TreeMap<>();

    /** Empty ones. */
    HandlerSets(Collection<String> names) {
        names.forEach(name -> named.put(name, standard.subHandlers()));
    }

    /** The default set. */
    Handlers standard() {
        return standard;
    }

    Handlers named(String name) {
        Handlers found = named.get(name);
        if (found == null) {
            throw new IllegalStateException("there is nothing to serve for " + SetNames.unknown(name, named.keySet()));
        }
        return found;
    }

    Handlers of(Route route) {
        return route.isOfDefaultSet() ? standard : named(route.set());
    }

    void forEachNamed(BiConsumer<String, Handlers> action) {
        named.forEach(action);
    }
}
