package org.gotalk.internal.wire.message;

/**
 * What an error result says: a text and, between peers that take extensions, a code and data. Those follow the text
 * behind the last unit separator, as a JSON object.
 *
 * @param text plain text
 * @param code empty for none
 * @param data JSON in UTF-8; empty for none
 */
public record ErrorPayload(String text, String code, Payload data) {

    private static final char SEPARATOR = '\u001f';

    /** An error without data. */
    public static ErrorPayload of(String code, String text) {
        return new ErrorPayload(text, code, Payload.EMPTY);
    }

    /** Reads what {@link #extended()} writes; a payload without code and data is its text. */
    public static ErrorPayload read(Payload payload) {
        String all = payload.text();
        int end = all.lastIndexOf(SEPARATOR);
        ErrorMembers members = end < 0 ? null : ErrorMembers.read(all.substring(end + 1));
        return members == null
                ? new ErrorPayload(all, "", Payload.EMPTY)
                : new ErrorPayload(all.substring(0, end), members.code(), Payload.utf8(members.data()));
    }

    /** The text alone. */
    public Payload plain() {
        return Payload.utf8(text);
    }

    /** Text, code and data. A text with a separator gets an empty object behind it, which tells its end. */
    public Payload extended() {
        if (code.isEmpty() && data.isEmpty() && text.indexOf(SEPARATOR) < 0) {
            return plain();
        }
        StringBuilder all = new StringBuilder(text).append(SEPARATOR).append('{');
        if (!code.isEmpty()) {
            all.append("\"code\":\"").append(code).append('"');
        }
        if (!data.isEmpty()) {
            all.append(code.isEmpty() ? "" : ",").append("\"data\":").append(data.text());
        }
        return Payload.utf8(all.append('}').toString());
    }
}
