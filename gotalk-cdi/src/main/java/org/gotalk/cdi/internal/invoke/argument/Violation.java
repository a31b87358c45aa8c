package org.gotalk.cdi.internal.invoke.argument;

/**
 * A violated constraint, as the data of the error has it. Public for the codec.
 *
 * @param path the place within the value; empty for the value itself
 * @param message what is wrong
 */
public record Violation(String path, String message) {

    String text() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
