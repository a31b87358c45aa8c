package org.gotalk.jakarta.internal.websocket;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.gotalk.internal.concurrent.LineLimit;

/** One line for each handshake that is refused, and no flood of them. */
final class RefusalLog {

    private static final int MAX_SHOWN = 120;

    private final LineLimit limit;

    RefusalLog(LongSupplier nanoTime) {
        this.limit = new LineLimit(nanoTime);
    }

    /**
     * The line for a refused handshake; empty if there were too many of late.
     *
     * @param origin its header {@code Origin}
     * @param ignoresProxy whether headers of a proxy were ignored
     */
    Optional<String> line(String origin, HandshakeTarget target, boolean ignoresProxy) {
        return limit.next()
                .map(others -> "refused a handshake from " + target.peer() + ": pages of the origin "
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

    /** As somebody else wrote it, without characters that would break the line. */
    private static String quoted(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?").replace('"', '?');
        return '"' + (printable.length() > MAX_SHOWN ? printable.substring(0, MAX_SHOWN) + "…" : printable) + '"';
    }
}
