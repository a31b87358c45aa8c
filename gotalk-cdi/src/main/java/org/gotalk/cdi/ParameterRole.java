package org.gotalk.cdi;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;

/** What a parameter of a marked method takes, told from its type alone: at deployment as at run time. */
enum ParameterRole {
    SOCK(Way.NONE),
    NAME(Way.NONE),
    VALUE(Way.NONE),
    REQUEST_BYTES(Way.IN),
    REQUEST_PARTS(Way.IN),
    REQUEST_VALUES(Way.IN),
    RESULT_BYTES(Way.OUT),
    RESULT_PARTS(Way.OUT);

    private enum Way {
        NONE,
        IN,
        OUT
    }

    private static final Map<String, ParameterRole> BY_TYPE = Map.of(
            Sock.class.getName(), SOCK,
            InputStream.class.getName(), REQUEST_BYTES,
            StreamRequest.class.getName(), REQUEST_PARTS,
            Stream.class.getName(), REQUEST_VALUES,
            OutputStream.class.getName(), RESULT_BYTES,
            StreamResult.class.getName(), RESULT_PARTS);

    private final Way way;

    ParameterRole(Way way) {
        this.way = way;
    }

    /**
     * That of a parameter.
     *
     * @param erasedType the name of its class
     * @param isName whether it is marked {@link MessageName}
     */
    static ParameterRole of(String erasedType, boolean isName) {
        return isName ? NAME : BY_TYPE.getOrDefault(erasedType, VALUE);
    }

    /** Whether it reads the request in parts. */
    boolean isIn() {
        return way == Way.IN;
    }

    /** Whether it writes the answer in parts. */
    boolean isOut() {
        return way == Way.OUT;
    }
}
