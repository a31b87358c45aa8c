package org.gotalk.internal.concurrent;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Virtual threads, which Java has since version 21; called by reflection, since this library runs on 17 as well. */
public final class VirtualThreads {

    private static final int FIRST_JAVA = 21;
    private static final long FIRST = 1;

    private VirtualThreads() {}

    /**
     * A factory of virtual threads with a name and a number; they inherit no thread-locals.
     *
     * @return empty if this Java has none
     */
    public static Optional<ThreadFactory> named(String prefix) {
        return Runtime.version().feature() < FIRST_JAVA ? Optional.empty() : Optional.of(factory(prefix));
    }

    private static ThreadFactory factory(String prefix) {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class, long.class).invoke(virtual, prefix, FIRST);
            Method inherit = builder.getMethod("inheritInheritableThreadLocals", boolean.class);
            return (ThreadFactory) builder.getMethod("factory").invoke(inherit.invoke(named, false));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
