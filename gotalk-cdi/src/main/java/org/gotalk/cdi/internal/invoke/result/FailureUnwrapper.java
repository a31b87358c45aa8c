package org.gotalk.cdi.internal.invoke.result;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gotalk.GotalkException;
import org.gotalk.internal.concurrent.BusyFailures;

/**
 * Removes the wrappers that containers and futures put around exceptions of beans. Other wrappers stay: an application
 * that wraps an exception may want to hide it from the peer.
 */
public final class FailureUnwrapper {

    /** Names, because the modules of these classes may be absent. */
    private static final Set<String> WRAPPERS = Set.of(
            "jakarta.ejb.EJBException",
            "jakarta.transaction.TransactionalException",
            "java.lang.reflect.InvocationTargetException",
            "java.lang.reflect.UndeclaredThrowableException",
            "java.util.concurrent.CompletionException",
            "java.util.concurrent.ExecutionException");

    private static final int MAX_DEPTH = 16;

    private FailureUnwrapper() {}

    /**
     * The wrapped {@link GotalkException}, which peers may read, or refusal to run; or else the failure itself, {@linkplain
     * SessionUse explained}.
     */
    static Throwable unwrapped(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, FailureUnwrapper::cause)
                .limit(MAX_DEPTH)
                .map(Optional::orElseThrow)
                .filter(cause -> cause instanceof GotalkException || BusyFailures.include(cause))
                .findFirst()
                .orElseGet(() -> SessionUse.explained(failure));
    }

    /** The same as an exception to throw; throws errors. */
    public static Exception unwrappedException(Throwable failure) {
        Throwable unwrapped = unwrapped(failure);
        if (unwrapped instanceof Error error) {
            throw error;
        }
        return unwrapped instanceof Exception exception ? exception : new IllegalStateException(unwrapped);
    }

    private static Optional<Throwable> cause(Optional<Throwable> failure) {
        return failure.filter(FailureUnwrapper::isWrapper).map(Throwable::getCause);
    }

    private static boolean isWrapper(Throwable failure) {
        return Stream.<Class<?>>iterate(failure.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> WRAPPERS.contains(type.getName()));
    }
}
