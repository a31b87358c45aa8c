package org.gotalk.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs cases in turn, several rounds of them. Rounds are interleaved, so that whatever else the machine does meets all
 * cases alike, and so that each round has a ratio of its own between any two of them.
 */
final class Rounds {

    private Rounds() {}

    static Map<Case, List<Round>> run(List<Case> cases, Settings settings, Servers servers, Progress progress)
            throws IOException, InterruptedException {
        Map<Case, List<Round>> rounds = new LinkedHashMap<>();
        for (int round = 0; round <= settings.rounds(); round++) {
            for (Case one : cases) {
                Round result = Round.of(one, servers.of(one.host()), settings);
                progress.done("%d/%d %s".formatted(round, settings.rounds(), one), result.toString());
                if (round > 0) { // the first one warms the servers up
                    rounds.computeIfAbsent(one, unused -> new ArrayList<>()).add(result);
                }
            }
        }
        return rounds;
    }
}
