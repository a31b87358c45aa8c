package org.gotalk.cdi.internal.invoke.argument;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.gotalk.Cancellation;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.cdi.MessageName;

/** What a parameter of a marked method takes. Its type decides, at deployment and at run time. */
public enum ParameterRole {
    SOCK,
    NAME,
    CANCELLATION,
    VALUE,
    REQUEST_BYTES,
    REQUEST_PARTS,
    REQUEST_VALUES,
    RESULT_BYTES,
    RESULT_PARTS;

    private static final Map<String, ParameterRole> BY_TYPE = Map.of(
            Sock.class.getName(), SOCK,
            Cancellation.class.getName(), CANCELLATION,
            InputStream.class.getName(), REQUEST_BYTES,
            StreamRequest.class.getName(), REQUEST_PARTS,
            Stream.class.getName(), REQUEST_VALUES,
            OutputStream.class.getName(), RESULT_BYTES,
            StreamResult.class.getName(), RESULT_PARTS);

    /**
     * The role of a parameter.
     *
     * @param erasedType the name of its class
     * @param isName whether it is marked {@link MessageName}
     */
    public static ParameterRole of(String erasedType, boolean isName) {
        return isName ? NAME : BY_TYPE.getOrDefault(erasedType, VALUE);
    }

    /** Whether the parameter reads the request in parts. */
    public boolean isIn() {
        return this == REQUEST_BYTES || this == REQUEST_PARTS || this == REQUEST_VALUES;
    }

    /** Whether the parameter writes the result in parts. */
    public boolean isOut() {
        return this == RESULT_BYTES || this == RESULT_PARTS;
    }
}
