package org.gotalk.bench.load;

/**
 * In which units the figures of some work are told.
 *
 * @param things that are waited for
 * @param unit what is counted a second
 * @param each how much of that one answer is
 * @param costUnit what the processors' time is told for
 * @param answersForCost how many answers that is
 */
public record Measure(String things, String unit, double each, String costUnit, double answersForCost) {

    private static final double HUNDRED_THOUSAND = 1e5;
    private static final double MEBIBYTE = 1 << 20;
    private static final double GIBIBYTE = 1 << 30;

    static Measure of(String things) {
        return new Measure(things, things, 1, "100,000 " + things, HUNDRED_THOUSAND);
    }

    static Measure ofBytes(int each) {
        return new Measure("answers", "MiB", each / MEBIBYTE, "1 GiB", GIBIBYTE / each);
    }

    /** In its unit. */
    public double rate(double answersPerSecond) {
        return answersPerSecond * each;
    }

    /** For its unit, in seconds. */
    public double cost(double secondsFor100000) {
        return secondsFor100000 / HUNDRED_THOUSAND * answersForCost;
    }
}
