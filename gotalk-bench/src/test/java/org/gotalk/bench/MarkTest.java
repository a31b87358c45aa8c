package org.gotalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gotalk.bench.load.Measure;
import org.gotalk.bench.load.Work;
import org.gotalk.bench.report.Spread;
import org.junit.jupiter.api.Test;

class MarkTest {

    private static final Measure REQUESTS = new Work.Requests(1, 1).measure();

    @Test
    void ratiosAreTakenWithinEachRound() {
        List<Round> ours = List.of(round(1, 10), round(6, 10));
        List<Round> base = List.of(round(2, 10), round(4, 10));

        assertThat(Mark.ratio(Round::cpu, ours, base)).isEqualTo(new Spread(1, 0.5, 1.5));
    }

    @Test
    void aMarkIsMetUpToItsBoundAndMissedAboveIt() {
        List<Round> ours = List.of(round(3, 13));
        List<Round> base = List.of(round(2, 10));

        assertThat(Mark.cpu(1.5).of(REQUESTS, ours, base)).isEqualTo("CPU ≤ 1.50 ×: met, 1.50 (1.50–1.50)");
        assertThat(Mark.cpu(1.4).of(REQUESTS, ours, base)).isEqualTo("CPU ≤ 1.40 ×: **missed**, 1.50 (1.50–1.50)");
        assertThat(Mark.p50(1.2).of(REQUESTS, ours, base)).isEqualTo("p50 ≤ 1.20 ×: **missed**, 1.30 (1.30–1.30)");
    }

    @Test
    void aMarkSaysWhichCaseItIsMeasuredByUnlessThatIsTheFirst() {
        List<Round> ours = List.of(round(3, 13));
        List<Round> base = List.of(round(2, 10));
        Mark mark = Mark.cpu(1.5).against("by hand");

        assertThat(mark.baseOr("first")).isEqualTo("by hand");
        assertThat(Mark.cpu(1.5).baseOr("first")).isEqualTo("first");
        assertThat(mark.of(REQUESTS, ours, base)).isEqualTo("by \"by hand\": CPU ≤ 1.50 ×: met, 1.50 (1.50–1.50)");
    }

    @Test
    void aRateIsToBeReachedWhateverTheBaseDoes() {
        Measure mebibytes = new Work.Volume(1, 1, 1 << 20).measure();
        List<Round> ours = List.of(round(1, 1));

        assertThat(Mark.rate(100).of(mebibytes, ours, ours)).isEqualTo("≥ 100 MiB/s: met");
        assertThat(Mark.rate(101).of(mebibytes, ours, ours)).isEqualTo("≥ 101 MiB/s: **missed**");
    }

    @Test
    void aTailIsOnlyShortWhereEveryAnswerCame() {
        List<Round> late = List.of(round(1, 100_001));
        List<Round> inTime = List.of(round(1, 100_000));
        List<Round> incomplete = List.of(round(1, 100, 1));
        Mark mark = Mark.p99(Duration.ofMillis(100));

        assertThat(mark.of(REQUESTS, late, late)).isEqualTo("p99 ≤ 100 ms: **missed**");
        assertThat(mark.of(REQUESTS, inTime, late)).isEqualTo("p99 ≤ 100 ms: met");
        assertThat(mark.of(REQUESTS, incomplete, late)).isEqualTo("p99 ≤ 100 ms: **missed**");
    }

    @Test
    void allMarksAreThoseOfCasesThatThereAre() {
        Marks.check(Cases.all());
    }

    private static Round round(double cpu, double p50) {
        return round(cpu, p50, 0);
    }

    private static Round round(double cpu, double p50, int unanswered) {
        return new Round(100, cpu, p50, p50, p50, 0, 1, unanswered, 0);
    }
}
