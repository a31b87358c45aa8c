package org.gotalk.cdi.internal.invoke.argument;

import java.util.List;
import org.gotalk.Sock;
import org.gotalk.StreamResult;
import org.jspecify.annotations.Nullable;

/**
 * All that a method can take of a message.
 *
 * @param caller the peer
 * @param value the decoded payload; null if the method takes none
 * @param in the stream that the request is read from; null if request and result are single payloads
 * @param out the stream that the method writes its result to; null if request and result are single payloads
 * @param result takes the parts of the result; null if request and result are single payloads
 */
public record CallArguments(
        Caller caller,
        @Nullable Object value,
        @Nullable Object in,
        @Nullable Object out,
        @Nullable StreamResult result) {

    public Sock peer() {
        return caller.peer();
    }

    /** The arguments of parameters with these roles. */
    @Nullable
    Object[] inOrder(List<ParameterRole> roles) {
        return roles.stream().map(this::of).toArray();
    }

    private @Nullable Object of(ParameterRole role) {
        return switch (role) {
            case SOCK -> caller.peer();
            case NAME -> caller.name();
            case CANCELLATION -> caller.cancellation();
            case VALUE -> value;
            case REQUEST_BYTES, REQUEST_PARTS, REQUEST_VALUES -> in;
            case RESULT_BYTES, RESULT_PARTS -> out;
        };
    }
}
