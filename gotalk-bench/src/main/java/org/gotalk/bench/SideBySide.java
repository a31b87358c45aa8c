package org.gotalk.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs all cases in turn, several rounds of them, and prints the medians. Rounds are interleaved, so that whatever else
 * the machine does meets all cases alike.
 */
public final class SideBySide {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration WARM_UP = Duration.ofMillis(Integer.getInteger("bench.warmup", 1000));
    private static final Duration SPAN = Duration.ofMillis(Integer.getInteger("bench.span", 3000));
    private static final String ONLY = System.getProperty("bench.only", "");

    private SideBySide() {}

    /** Takes the folder of the project, where Open Liberty is. */
    public static void main(String[] args) throws Exception {
        List<Case> cases = Cases.all().stream()
                .filter(one -> one.toString().contains(ONLY))
                .toList();
        Path project = Path.of(args[0]).toAbsolutePath();
        Map<Case, List<Round>> rounds = new LinkedHashMap<>();
        try (Servers servers = new Servers(project)) {
            for (int round = 0; round <= ROUNDS; round++) {
                for (Case one : cases) {
                    Round result = Round.of(one, servers.of(one.host()), WARM_UP, SPAN);
                    System.out.printf("%d/%d %s: %s%n", round, ROUNDS, one, result);
                    if (round > 0) { // the first one warms the servers up
                        rounds.computeIfAbsent(one, unused -> new ArrayList<>()).add(result);
                    }
                }
            }
        }
        System.out.println(new Table(rounds));
    }
}
