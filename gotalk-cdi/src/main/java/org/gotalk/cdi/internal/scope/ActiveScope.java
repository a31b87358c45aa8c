package org.gotalk.cdi.internal.scope;

import org.jspecify.annotations.Nullable;

/**
 * The scope of the connection whose message a thread handles; set during a call only.
 *
 * <p>Between calls a thread keeps an array for the scope, because to set and remove a thread-local for each call takes
 * 40 ns and 32 bytes, and this takes 11 ns and none. The array may outlive the application in the server's threads: it
 * is empty then, and of a JDK class, so it holds no class loader.
 */
final class ActiveScope {

    private static final ThreadLocal<@Nullable Object[]> PLACES = ThreadLocal.withInitial(() -> new Object[1]);

    private ActiveScope() {}

    /** The scope of the calling thread; null if it handles no message. */
    static @Nullable SockScope get() {
        return (SockScope) PLACES.get()[0];
    }

    /**
     * The array of the calling thread, for callers that need it twice: the lookup is most of the cost, because threads
     * of a server have many thread-locals, which collide.
     */
    static @Nullable Object[] place() {
        return PLACES.get();
    }

    /** Sets or clears the scope of the calling thread, whose array this is, and returns the previous one. */
    static @Nullable SockScope replace(@Nullable Object[] place, @Nullable SockScope next) {
        SockScope before = (SockScope) place[0];
        place[0] = next;
        return before;
    }
}
