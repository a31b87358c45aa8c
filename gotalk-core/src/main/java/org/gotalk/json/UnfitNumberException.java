package org.gotalk.json;

import jakarta.json.JsonException;

/** A number is not whole, or too large, for the type that it is read as. */
final class UnfitNumberException extends JsonException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param expected what would fit
     */
    UnfitNumberException(String expected) {
        super(expected);
    }
}
