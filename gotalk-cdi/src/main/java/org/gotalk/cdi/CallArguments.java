package org.gotalk.cdi;

import java.util.List;
import org.gotalk.Sock;
import org.jspecify.annotations.Nullable;

/**
 * What a message brings to the method that it goes to, which takes of it what it has parameters for.
 *
 * @param name that the peer used
 * @param value the decoded payload; null if the method takes none
 * @param in what the request is read from; null if the method reads no stream
 * @param out what the answer is written to; null if the method writes none
 */
record CallArguments(
        Sock peer,
        String name,
        @Nullable Object value,
        @Nullable Object in,
        @Nullable Object out) {

    /** As an array for parameters of these roles. */
    @Nullable
    Object[] inOrder(List<ParameterRole> roles) {
        return roles.stream().map(this::of).toArray();
    }

    private @Nullable Object of(ParameterRole role) {
        return switch (role) {
            case SOCK -> peer;
            case NAME -> name;
            case VALUE -> value;
            case REQUEST_BYTES, REQUEST_PARTS, REQUEST_VALUES -> in;
            case RESULT_BYTES, RESULT_PARTS -> out;
        };
    }
}
