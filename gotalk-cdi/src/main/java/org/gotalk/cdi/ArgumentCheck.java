package org.gotalk.cdi;

import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.jspecify.annotations.Nullable;

/** Checks what a method is about to be called with. */
@FunctionalInterface
interface ArgumentCheck {

    /** For methods without constraints. */
    ArgumentCheck NONE = (bean, peer, argument) -> {};

    /**
     * Checks.
     *
     * @param argument the decoded payload; null if the method takes none
     * @throws OperationException naming what is not as it has to be
     */
    void check(Object bean, Sock peer, @Nullable Object argument);
}
