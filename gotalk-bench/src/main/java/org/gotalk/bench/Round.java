package org.gotalk.bench;

import java.io.IOException;
import java.util.Map;
import org.gotalk.bench.load.Load;
import org.gotalk.bench.load.Neighbours;
import org.gotalk.bench.load.Tally;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.server.Jvm;
import org.gotalk.bench.server.Server;

/**
 * What one case showed in one round.
 *
 * @param rate answers a second
 * @param cpu seconds of the server's processors for 100,000 answers
 * @param p50 within which half of the answers came, in microseconds; the others accordingly
 * @param allocated bytes on the server's heap for each answer
 * @param threads of the server, with all that it has for other cases
 * @param unanswered requests whose answers never came
 * @param lostNeighbours connections beside those that are measured that the server closed
 */
record Round(
        double rate,
        double cpu,
        double p50,
        double p99,
        double p999,
        double allocated,
        int threads,
        int unanswered,
        int lostNeighbours) {

    private static final double HUNDRED_THOUSAND = 1e5;
    private static final double NANOS = 1e9;

    static Round of(Case one, Servers.Started started, Settings settings) throws IOException {
        Server server = started.server();
        Jvm jvm = started.jvm();
        try (Neighbours neighbours = Neighbours.open(
                        one.neighboursAt(server), one.neighbours().work());
                Load load = new Load(one.at(server), one.group().work())) {
            load.run(settings.warmUp());
            Map<Long, Long> allocated = jvm.allocated();
            long cpu = server.cpu().toNanos();
            long begun = System.nanoTime();
            Tally tally = load.run(settings.span());
            double answers = tally.answers() == 0 ? Double.NaN : tally.answers();
            double seconds = (System.nanoTime() - begun) / NANOS;
            double spent = (server.cpu().toNanos() - cpu) / NANOS;
            return new Round(
                    tally.answers() / seconds,
                    spent * HUNDRED_THOUSAND / answers,
                    tally.micros(50),
                    tally.micros(99),
                    tally.micros(99.9),
                    (double) jvm.allocatedSince(allocated) / answers,
                    jvm.threads(),
                    tally.unanswered(),
                    neighbours.lost());
        }
    }

    /** The most telling figures alone, for whoever watches. */
    @Override
    public String toString() {
        return "%s/s, CPU %s s per 100,000, p50 %s µs, %s B each"
                .formatted(
                        Numbers.text(rate, 0), Numbers.text(cpu, 3), Numbers.text(p50, 0), Numbers.text(allocated, 0));
    }
}
