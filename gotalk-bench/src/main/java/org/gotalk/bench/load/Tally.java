package org.gotalk.bench.load;

import org.HdrHistogram.Histogram;

/** What was answered, and after how long, in nanoseconds. */
public final class Tally {

    private static final long LONGEST = 60_000_000_000L;

    private int unanswered;
    private final Histogram latencies = new Histogram(LONGEST, 3);

    void answered(long nanos) {
        latencies.recordValue(Math.min(Math.max(0, nanos), LONGEST));
    }

    void unanswered(int requests) {
        unanswered = requests;
    }

    void reset() {
        latencies.reset();
        unanswered = 0;
    }

    public long answers() {
        return latencies.getTotalCount();
    }

    /** Requests whose answers did not come at all. */
    public int unanswered() {
        return unanswered;
    }

    /** The time within which this share of the answers came, in microseconds; NaN where none came. */
    public double micros(double percentile) {
        return answers() == 0 ? Double.NaN : latencies.getValueAtPercentile(percentile) / 1e3;
    }
}
