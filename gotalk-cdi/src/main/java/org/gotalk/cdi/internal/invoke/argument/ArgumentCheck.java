package org.gotalk.cdi.internal.invoke.argument;

import org.gotalk.OperationException;

/** Checks the arguments of a method before it is called. */
@FunctionalInterface
public interface ArgumentCheck {

    /** For methods without constraints. */
    ArgumentCheck NONE = (bean, arguments) -> {};

    /**
     * Checks the arguments.
     *
     * @throws OperationException if they violate constraints; the message lists them
     */
    void check(Object bean, CallArguments arguments);
}
