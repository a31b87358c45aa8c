package org.gotalk;

import jakarta.ejb.ApplicationException;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The error result of an operation. A handler throws it to send an error to the peer; a requester gets it when the peer
 * sent an error result (message kind {@code E}). Repeating the same request does not help.
 *
 * <p>A code and data are for programs, the text is for people. Peers of this library get all of it over a connection
 * that takes extensions: a WebSocket with the subprotocol {@code gotalk.v1}, or a pipe. All others get the text alone.
 *
 * <pre>{@code
 * throw new OperationException("bid-too-low", "the bid is too low", new Lowest(50));
 * }</pre>
 */
@ApplicationException // of session beans: neither logged nor rolled back; absent without EJB
public final class OperationException extends GotalkException {

    /** Maximum length of a code, in characters. */
    public static final int MAX_CODE = 64;

    /** Maximum size of encoded data, in bytes. Larger data is left out and logged. */
    public static final int MAX_DATA = 64 * 1024;

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final long serialVersionUID = 2L;

    private final @Nullable String code;
    private final transient @Nullable Object data;
    private final transient @Nullable PayloadCodec codec; // of received data

    /**
     * Creates the exception, without code and data.
     *
     * @param text plain text for the peer, not JSON
     */
    public OperationException(String text) {
        this(text, null, null, null);
    }

    /**
     * Creates the exception, without code and data.
     *
     * @param text plain text for the peer, not JSON
     * @param cause the cause, for the log of this side
     */
    public OperationException(String text, Throwable cause) {
        this(text, null, null, null);
        initCause(cause);
    }

    /**
     * Creates the exception, without data.
     *
     * @param code a word for programs, such as {@code bid-too-low}: lower-case letters, digits and single hyphens
     *     between them, at most {@value #MAX_CODE} characters; those of {@link StandardCodes} keep their meaning
     * @param text plain text for the peer, not JSON
     * @throws IllegalArgumentException if the code is none
     */
    public OperationException(String code, String text) {
        this(text, checked(code), null, null);
    }

    /**
     * Creates the exception.
     *
     * @param code as in {@link #OperationException(String, String)}
     * @param text plain text for the peer, not JSON
     * @param data a value that the connection's codec encodes when the exception is sent, at most {@value #MAX_DATA}
     *     bytes; a {@code byte[]} is JSON in UTF-8
     * @throws IllegalArgumentException if the code is none
     */
    public OperationException(String code, String text, Object data) {
        this(text, checked(code), data, null);
    }

    private OperationException(
            String text, @Nullable String code, @Nullable Object data, @Nullable PayloadCodec codec) {
        super(text);
        this.code = code;
        this.data = data;
        this.codec = codec;
    }

    /**
     * The error result of a peer.
     *
     * @param text the text
     * @param code the code; ignored if it is none
     * @param json the data as JSON; empty for none
     * @param codec decodes the data
     */
    public static OperationException received(String text, String code, byte[] json, PayloadCodec codec) {
        return new OperationException(text, isCode(code) ? code : null, json.length == 0 ? null : json, codec);
    }

    /** What went wrong, for programs; empty if the peer or the handler said nothing. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** The data: the value that was given to the constructor, or the JSON, a {@code byte[]}, that the peer sent. */
    public Optional<Object> data() {
        return Optional.ofNullable(data);
    }

    /**
     * The data as a value.
     *
     * @param type {@code byte[]} for the JSON that the peer sent
     * @return the value; empty if there is no data
     * @throws PayloadException if the data is not a {@code type}
     */
    public <T> Optional<T> data(Class<T> type) {
        if (data == null) {
            return Optional.empty();
        }
        if (type.isInstance(data)) {
            return Optional.of(type.cast(data));
        }
        if (codec != null && data instanceof byte[] json) {
            return Optional.ofNullable(codec.decode(json, type)).map(boxed(type)::cast);
        }
        throw new PayloadException(
                "the data is a " + data.getClass().getSimpleName() + ", not a " + type.getSimpleName());
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T> boxed(Class<T> type) {
        return (Class<T>) MethodType.methodType(type).wrap().returnType();
    }

    private static String checked(String code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException("\"" + code
                    + "\" is no code: it must be lower-case letters, digits and single hyphens between them, at most "
                    + MAX_CODE + " characters");
        }
        return code;
    }

    private static boolean isCode(String text) {
        return text.length() <= MAX_CODE && CODE.matcher(text).matches();
    }
}
