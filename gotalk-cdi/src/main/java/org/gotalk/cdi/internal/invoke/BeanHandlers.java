package org.gotalk.cdi.internal.invoke;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.gotalk.Handlers;
import org.gotalk.cdi.internal.method.NamedSet;
import org.gotalk.cdi.internal.method.Route;

/** The handlers of all sets. The injected ones are the ones that serve. */
final class BeanHandlers {

    private final Handlers standard = Handlers.create();
    private final Map<String, Handlers> named = new TreeMap<>();

    /** Creates empty handlers. */
    BeanHandlers(Collection<NamedSet> sets) {
        sets.forEach(set -> {
            Handlers handlers = set.isOverDefault() ? standard.subHandlers() : Handlers.create();
            named.put(set.name(), set.isAuthenticated() ? handlers.authenticatedOnly() : handlers);
        });
    }

    /** The default set. */
    Handlers standard() {
        return standard;
    }

    Handlers named(String name) {
        Handlers found = named.get(name);
        if (found == null) {
            throw new IllegalStateException("there is no handler set \"" + name + "\"; " + Route.sets(named.keySet()));
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
