package org.gotalk.net.internal.http;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of an answer, from bytes split anywhere. Leaves what follows it. Not thread-safe. */
public final class HttpResponseReader {

    private static final int MAX_HEAD = 64 * 1024;
    private static final int MAX_SHOWN = 60;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");

    private final StringBuilder line = new StringBuilder();
    private final Map<String, List<String>> headers = new TreeMap<>();
    private int status; // 0 before the first line
    private int length;

    /**
     * Reads on.
     *
     * @return the head, once it is complete
     * @throws ProtocolException if this is not HTTP
     */
    public Optional<HttpResponse> feed(ByteBuffer in) throws ProtocolException {
        while (in.hasRemaining()) {
            char next = (char) (in.get() & 0xff);
            if (++length > MAX_HEAD) {
                throw new ProtocolException("the head of the answer is longer than " + MAX_HEAD + " bytes");
            }
            if (next != '\n') {
                line.append(next);
            } else if (takeLine(stripped())) {
                return Optional.of(new HttpResponse(status, headers));
            }
        }
        return Optional.empty();
    }

    private String stripped() {
        int end = line.length();
        String text = line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
        line.setLength(0);
        return text;
    }

    /** Whether it was the last. */
    private boolean takeLine(String text) throws ProtocolException {
        if (status == 0) {
            status = status(text);
            return false;
        }
        int colon = text.indexOf(':');
        if (colon > 0) {
            headers.computeIfAbsent(
                            text.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(text.substring(colon + 1).strip());
        } else if (!text.isEmpty()) {
            throw new ProtocolException("invalid header line: \"" + shown(text) + "\"");
        }
        return text.isEmpty();
    }

    private static int status(String text) throws ProtocolException {
        Matcher matcher = STATUS_LINE.matcher(text);
        if (!matcher.matches()) {
            throw new ProtocolException("invalid status line: \"" + shown(text) + "\"");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static String shown(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > MAX_SHOWN ? printable.substring(0, MAX_SHOWN) + "…" : printable;
    }
}
