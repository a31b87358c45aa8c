package org.gotalk.spi;

import java.util.regex.Pattern;

/**
 * Where in a distributed trace a message belongs, in the form of W3C Trace Context. Peers of this library send it with
 * requests and notifications.
 *
 * @param traceparent trace, span and flags, {@code 00-…-…-01}; empty for none
 * @param tracestate what vendors of tracing systems add; may be empty
 */
public record TraceContext(String traceparent, String tracestate) {

    /** No trace. */
    public static final TraceContext NONE = new TraceContext("", "");

    /** Longest text of a context, in characters. */
    public static final int MAX_LENGTH = 640;

    private static final int MAX_STATE = 512;
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-[!-~]{1,64})?");
    private static final Pattern STATE = Pattern.compile("[ -~]*");

    /** The context of two header values; {@link #NONE} if the first is malformed, without the second if that one is. */
    public static TraceContext of(String traceparent, String tracestate) {
        if (!PARENT.matcher(traceparent).matches()) {
            return NONE;
        }
        boolean isState =
                tracestate.length() <= MAX_STATE && STATE.matcher(tracestate).matches();
        return new TraceContext(traceparent, isState ? tracestate : "");
    }

    /** Reads what {@link #text} has written; {@link #NONE} if it is malformed or too long. */
    public static TraceContext parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return NONE;
        }
        int end = text.indexOf('\n');
        return end < 0 ? of(text, "") : of(text.substring(0, end), text.substring(end + 1));
    }

    /** Whether there is no trace. */
    public boolean isNone() {
        return traceparent.isEmpty();
    }

    /** As it is sent: the two values in a line each, without an empty second line. */
    public String text() {
        return tracestate.isEmpty() ? traceparent : traceparent + "\n" + tracestate;
    }
}
