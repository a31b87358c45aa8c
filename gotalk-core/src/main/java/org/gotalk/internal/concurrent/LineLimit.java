package org.gotalk.internal.concurrent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Bounds the lines that others can cause in a log. */
public final class LineLimit {

    /** Lines in one span, if not said otherwise. */
    public static final int MAX_LINES = 10;

    public static final Duration SPAN = Duration.ofMinutes(1);

    private final int max;
    private final LongSupplier nanoTime;

    @GuardedBy("this")
    private long begun;

    @GuardedBy("this")
    private int lines = -1; // of this span; negative before the first

    @GuardedBy("this")
    private long left; // out of the log

    /** At most {@value #MAX_LINES} lines in a span. */
    public LineLimit(LongSupplier nanoTime) {
        this(MAX_LINES, nanoTime);
    }

    public LineLimit(int max, LongSupplier nanoTime) {
        this.max = max;
        this.nanoTime = nanoTime;
    }

    /**
     * Counts one more line.
     *
     * @return what to add to the line: how many were left out before it, if any; empty to leave this one out
     */
    public synchronized Optional<String> next() {
        long now = nanoTime.getAsLong();
        if (lines < 0 || now - begun >= SPAN.toNanos()) {
            begun = now;
            lines = 0;
        }
        if (lines == max) {
            left++;
            return Optional.empty();
        }
        lines++;
        String others = left == 0 ? "" : " (" + left + " more were refused before this one)";
        left = 0;
        return Optional.of(others);
    }
}
