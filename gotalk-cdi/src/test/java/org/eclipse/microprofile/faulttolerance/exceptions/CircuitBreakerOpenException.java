package org.eclipse.microprofile.faulttolerance.exceptions;

/** Stands for the one of MicroProfile: a circuit breaker is open. */
public class CircuitBreakerOpenException extends RuntimeException {

    public CircuitBreakerOpenException(String message) {
        super(message);
    }
}
