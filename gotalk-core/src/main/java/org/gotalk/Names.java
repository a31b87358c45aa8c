package org.gotalk;

import java.nio.charset.StandardCharsets;

/** Checks names of operations and notifications. */
public final class Names {

    private static final String RESERVED = "$gotalk/";

    private Names() {}

    /**
     * Returns the name if it is allowed.
     *
     * @throws IllegalArgumentException if it is empty, too long, reserved or not valid Unicode
     */
    public static String checked(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name must not be empty");
        }
        if (isReserved(name)) {
            throw new IllegalArgumentException(
                    "name \"" + name + "\" is reserved: names must not begin with " + RESERVED);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException("name has an unpaired surrogate, which UTF-8 cannot carry");
        }
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > Limits.PROTOCOL_MAX_NAME) {
            throw new IllegalArgumentException("name \"" + name.substring(0, 32) + "…\" has " + length
                    + " bytes, but must have at most " + Limits.PROTOCOL_MAX_NAME);
        }
        return name;
    }

    /** Whether a name is reserved for the protocol. */
    public static boolean isReserved(String name) {
        return name.startsWith(RESERVED);
    }
}
