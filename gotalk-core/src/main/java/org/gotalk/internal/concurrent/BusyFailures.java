package org.gotalk.internal.concurrent;

import java.util.Set;
import java.util.stream.Stream;

/** Exceptions by which MicroProfile Fault Tolerance refuses a call that has not begun. */
public final class BusyFailures {

    /** Names, because the classes may be absent. */
    private static final Set<String> NAMES = Set.of(
            "org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException",
            "org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException");

    private BusyFailures() {}

    /** Whether it is one of them. */
    public static boolean include(Throwable failure) {
        return Stream.<Class<?>>iterate(failure.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> NAMES.contains(type.getName()));
    }
}
