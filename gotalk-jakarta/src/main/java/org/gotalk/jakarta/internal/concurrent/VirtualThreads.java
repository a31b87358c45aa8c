package org.gotalk.jakarta.internal.concurrent;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;

/** Virtual threads, which Java has since version 21; called by reflection, since this library runs on 17 as well. */
final class VirtualThreads {

    private static final long FIRST = 1;

    private VirtualThreads() {}

    /**
     * A factory of virtual threads with a name and a number; they inherit no thread-locals.
     *
     * @throws IllegalStateException if this Java has none
     */
    static ThreadFactory named(String prefix) {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class, long.class).invoke(virtual, prefix, FIRST);
            Method inherit = builder.getMethod("inheritInheritableThreadLocals", boolean.class);
            return (ThreadFactory) builder.getMethod("factory").invoke(inherit.invoke(named, false));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Gotalk cannot start: gotalk.executor is \"virtual\", but Java "
                            + Runtime.version().feature()
                            + " has no virtual threads. Run the server with Java 21 or newer",
                    e);
        }
    }
}
