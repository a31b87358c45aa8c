package org.gotalk.jakarta.internal.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One line for each handshake that is refused, and no flood of them. */
final class RefusalLog {

    /** Lines in one span. */
    static final int MAX_LINES = 10;

    static final Duration SPAN = Duration.ofMinutes(1);

    private static final int MAX_SHOWN = 120;

    private final LongSupplier nanoTime;

    @GuardedBy("this")
    private long begun;

    @GuardedBy("this")
    private int lines = -1; // of this span; negative before the first

    @GuardedBy("this")
    private long left; // out of the log

    RefusalLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * The line for a refused handshake; empty if there were too many of late.
     *
     * @param origin its header {@code Origin}
     * @param ignoresProxy whether headers of a proxy were ignored
     */
    Optional<String> line(String origin, HandshakeTarget target, boolean ignoresProxy) {
        return count().map(others -> "refused a handshake from " + target.peer() + ": pages of the origin "
                + quoted(origin) + " may not connect to the host " + quoted(target.host()) + "; "
                + remedy(origin, ignoresProxy) + others);
    }

    private static String remedy(String origin, boolean ignoresProxy) {
        String list = Origin.parse(origin).isPresent()
                ? "add the origin to gotalk.allowed-origins to let it in"
                : "only gotalk.allowed-origins=* would let it in";
        return ignoresProxy
                ? list + ", or if it came through a proxy of yours, add that to gotalk.trusted-proxies"
                : list;
    }

    /** What to add to the line. */
    private synchronized Optional<String> count() {
        long now = nanoTime.getAsLong();
        if (lines < 0 || now - begun >= SPAN.toNanos()) {
            begun = now;
            lines = 0;
        }
        if (lines == MAX_LINES) {
            left++;
            return Optional.empty();
        }
        lines++;
        String others = left == 0 ? "" : " (" + left + " more were refused before this one)";
        left = 0;
        return Optional.of(others);
    }

    /** As somebody else wrote it, without characters that would break the line. */
    private static String quoted(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?").replace('"', '?');
        return '"' + (printable.length() > MAX_SHOWN ? printable.substring(0, MAX_SHOWN) + "…" : printable) + '"';
    }
}
