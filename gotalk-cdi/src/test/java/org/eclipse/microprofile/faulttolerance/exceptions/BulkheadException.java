package org.eclipse.microprofile.faulttolerance.exceptions;

/** Stands for the one of MicroProfile: a bulkhead is full. */
public class BulkheadException extends RuntimeException {

    public BulkheadException(String message) {
        super(message);
    }
}
