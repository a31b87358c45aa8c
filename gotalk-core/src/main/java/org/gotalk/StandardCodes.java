package org.gotalk;

/**
 * The codes of errors that this library itself sends, see {@link OperationException#code()}. Applications may use them
 * where they mean the same.
 */
public final class StandardCodes {

    /** There is no such operation. */
    public static final String UNKNOWN_OPERATION = "unknown-operation";

    /** The operation exists, but not in this form: it takes no stream, say. */
    public static final String UNSUPPORTED = "unsupported";

    /** The payload cannot be decoded as the value that the operation takes. */
    public static final String INVALID_PAYLOAD = "invalid-payload";

    /** The value violates constraints. The data is a list of {@code {"path": …, "message": …}}. */
    public static final String VALIDATION = "validation";

    /** The peer is known, and may not do this. */
    public static final String FORBIDDEN = "forbidden";

    /** The peer must sign in first. */
    public static final String UNAUTHENTICATED = "unauthenticated";

    /** The payload is over the limit. */
    public static final String TOO_LARGE = "too-large";

    /** The responder could not serve the request now and did nothing. */
    public static final String BUSY = "busy";

    /** The peer was too slow. */
    public static final String TIMEOUT = "timeout";

    /** A failure of the responder; the text has the id under which its log tells more. */
    public static final String INTERNAL = "internal";

    private StandardCodes() {}
}
