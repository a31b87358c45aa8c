package org.gotalk.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A side's bytes as headers and payloads, one character a byte, without what differs from run to run. */
public final class Segments {

    private static final Pattern HEADER =
            Pattern.compile("01|h.{12}|f.{8}|[pRSE].{12}|e.{20}|([rs].{4}|n)(?<length>.{3})", Pattern.DOTALL);
    private static final int SIZE = 8;
    private static final char SEPARATOR = '\u001f';

    private final List<String> segments = new ArrayList<>();
    private boolean payloadFollows;

    private Segments() {}

    /** What came in these pieces, each of which begins with a header or is a payload. */
    public static List<String> of(List<String> pieces) {
        Segments result = new Segments();
        pieces.forEach(result::add);
        return result.segments;
    }

    private void add(String piece) {
        if (payloadFollows) {
            payloadFollows = false;
            segments.add(withoutCode(piece).replaceFirst("^internal error \\([0-9a-f]{8}\\)$", "internal error (…)"));
            return;
        }
        int length = headerLength(piece);
        String header = piece.substring(0, length);
        segments.add(masked(header));
        payloadFollows = "rspRSEen".indexOf(header.charAt(0)) >= 0 && !header.endsWith("00000000");
        if (length < piece.length()) {
            add(piece.substring(length));
        }
    }

    /** Without the code and data of an error, which no recorded peer has. */
    private String withoutCode(String payload) {
        int last = segments.size() - 1;
        int end = payload.lastIndexOf(SEPARATOR);
        if (end < 0 || segments.get(last).charAt(0) != 'E') {
            return payload;
        }
        segments.set(last, segments.get(last).substring(0, 5) + "%08x".formatted(end));
        return payload.substring(0, end);
    }

    /** Load and time of a heartbeat, and the random wait of a retry result. */
    private static String masked(String header) {
        return switch (header.charAt(0)) {
            case 'h' -> "h";
            case 'e' -> header.substring(0, 5) + header.substring(13);
            default -> header;
        };
    }

    private static int headerLength(String message) {
        Matcher header = HEADER.matcher(message);
        if (!header.lookingAt()) {
            throw new IllegalArgumentException("not a message: " + message);
        }
        return header.group("length") == null
                ? header.end()
                : header.end() + Integer.parseInt(header.group("length"), 16) + SIZE;
    }
}
