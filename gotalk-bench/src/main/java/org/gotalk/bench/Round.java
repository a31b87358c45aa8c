package org.gotalk.bench;

import java.io.IOException;
import java.time.Duration;
import org.gotalk.bench.load.Load;
import org.gotalk.bench.load.Tally;
import org.gotalk.bench.load.Target;
import org.gotalk.bench.server.Server;

/**
 * What one case showed in one round.
 *
 * @param rate answers a second
 * @param cpu seconds of the server's processors for 100,000 answers
 * @param p50 within which half of the answers came, in microseconds; the others accordingly
 * @param unanswered requests whose answers never came
 */
record Round(double rate, double cpu, double p50, double p99, double p999, int unanswered) {

    private static final double HUNDRED_THOUSAND = 1e5;

    static Round of(Case one, Server server, Duration warmUp, Duration span) throws IOException {
        Target target = new Target("localhost", server.port(), one.path(), one.dialect());
        try (Load load = new Load(target, one.group().work())) {
            load.run(warmUp);
            Duration before = server.cpu();
            long begun = System.nanoTime();
            Tally tally = load.run(span);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpu = server.cpu().minus(before).toNanos() / 1e9;
            return new Round(
                    tally.answers() / seconds,
                    cpu * HUNDRED_THOUSAND / tally.answers(),
                    tally.micros(50),
                    tally.micros(99),
                    tally.micros(99.9),
                    tally.unanswered());
        }
    }
}
