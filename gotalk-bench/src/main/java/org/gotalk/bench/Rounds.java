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
record Rounds(Servers servers, Progress progress) {

    /**
     * A first round, which is longer, does not count: it warms the servers up. What the JVM's compiler uses is part of what
     * a server uses, and most of it comes in the first seconds of a case.
     */
    Map<Case, List<Round>> measured(List<Case> cases, Settings settings) throws IOException, InterruptedException {
        Settings longer = settings.first();
        run(cases, 1, (one, started) -> Round.of(one, started, longer));
        return run(cases, settings.rounds(), (one, started) -> Round.of(one, started, settings));
    }

    /** What each case showed in each round. */
    <R> Map<Case, List<R>> run(List<Case> cases, int count, Trial<R> trial) throws IOException, InterruptedException {
        Map<Case, List<R>> results = new LinkedHashMap<>();
        for (int round = 1; round <= count; round++) {
            for (Case one : cases) {
                R result = tried(trial, one, servers.of(one.host()));
                results.computeIfAbsent(one, unused -> new ArrayList<>()).add(result);
                progress.done(round + "/" + count + " " + one + ": " + result);
            }
        }
        return results;
    }

    /** Once more where a connection broke, and not a third time: a long run is worth it, a broken case is not. */
    private static <R> R tried(Trial<R> trial, Case one, Servers.Started started)
            throws IOException, InterruptedException {
        try {
            return trial.of(one, started);
        } catch (IOException e) {
            System.out.println("Trying once more, after: " + e);
            return trial.of(one, started);
        }
    }

    /** Looks at a case once. */
    @FunctionalInterface
    interface Trial<R> {

        R of(Case one, Servers.Started started) throws IOException, InterruptedException;
    }
}
