package org.gotalk.conformance;

/**
 * How a Java peer talks.
 *
 * @param carrier of its bytes
 * @param role which of the two peers it is
 */
public record Way(Carrier carrier, Role role) {

    /** For files. */
    String key() {
        return carrier + " " + role;
    }

    static Way ofKey(String key) {
        String[] words = key.split(" ", -1);
        return new Way(Carrier.valueOf(words[0]), Role.valueOf(words[1]));
    }
}
