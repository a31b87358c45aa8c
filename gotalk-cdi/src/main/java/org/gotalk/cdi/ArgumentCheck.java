package org.gotalk.cdi;

import org.gotalk.OperationException;

/** Checks what a method is about to be called with. */
@FunctionalInterface
interface ArgumentCheck {

    /** For methods without constraints. */
    ArgumentCheck NONE = (bean, arguments) -> {};

    /**
     * Checks.
     *
     * @throws OperationException naming what is not as it has to be
     */
    void check(Object bean, CallArguments arguments);
}
