package org.gotalk.cdi;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gotalk.GotalkException;

/**
 * What a bean's method threw, without the wrappers that containers and futures put around it. Only theirs are looked
 * through: an application that wraps an exception itself may well mean to hide it from the peer.
 */
final class Failures {

    /** Named, because the modules that they come from need not be there. */
    private static final Set<String> WRAPPERS = Set.of(
            "jakarta.ejb.EJBException",
            "jakarta.transaction.TransactionalException",
            "java.lang.reflect.InvocationTargetException",
            "java.lang.reflect.UndeclaredThrowableException",
            "java.util.concurrent.CompletionException",
            "java.util.concurrent.ExecutionException");

    private static final int DEEPEST = 16;

    private Failures() {}

    /** The exception that is meant for the peer, if there is one beneath wrappers; else the failure as it is. */
    static Throwable unwrapped(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, Failures::beneath)
                .limit(DEEPEST)
                .map(Optional::orElseThrow)
                .filter(GotalkException.class::isInstance)
                .findFirst()
                .orElse(failure);
    }

    /** As an exception to throw; errors are thrown at once. */
    static Exception unwrappedException(Throwable failure) {
        Throwable unwrapped = unwrapped(failure);
        if (unwrapped instanceof Error error) {
            throw error;
        }
        return unwrapped instanceof Exception exception ? exception : new IllegalStateException(unwrapped);
    }

    private static Optional<Throwable> beneath(Optional<Throwable> failure) {
        return failure.filter(Failures::isWrapper).map(Throwable::getCause);
    }

    private static boolean isWrapper(Throwable failure) {
        return Stream.<Class<?>>iterate(failure.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> WRAPPERS.contains(type.getName()));
    }
}
