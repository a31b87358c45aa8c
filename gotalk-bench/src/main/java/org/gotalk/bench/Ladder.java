package org.gotalk.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.gotalk.bench.Case.Group;
import org.gotalk.bench.dialect.Echo;
import org.gotalk.bench.dialect.PackedGotalk;
import org.gotalk.bench.dialect.Payloads;
import org.gotalk.bench.load.Work;
import org.gotalk.bench.load.Work.Requests;

/**
 * Work that grows step by step.
 *
 * @param unit what there is more and more of
 * @param work that there is of it on a step
 */
record Ladder(String title, String unit, List<Integer> steps, IntFunction<Work> work) {

    private static final List<Integer> CONNECTIONS = List.of(1, 10, 100, 1000);
    private static final int SIXTEEN = 16;
    private static final int SIZE = 128;

    static List<Ladder> all() {
        return List.of(
                new Ladder(
                        "More connections, 1 request in flight on each",
                        "connections",
                        CONNECTIONS,
                        step -> new Requests(step, 1)),
                new Ladder(
                        "More connections, 16 requests in flight on each",
                        "connections",
                        CONNECTIONS,
                        step -> new Requests(step, SIXTEEN)),
                new Ladder(
                        "More requests in flight on one connection",
                        "requests in flight",
                        List.of(1, 4, 16, 64, 256, 1000),
                        step -> new Requests(1, step)));
    }

    /** Of all steps: what is one line of the figure on each of them has the same name. */
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int step : steps) {
            cases.addAll(cases(new Group(groups() + step, work.apply(step))));
        }
        return cases;
    }

    /** Whether that is one of its steps. */
    boolean has(Case one) {
        return one.group().name().startsWith(groups());
    }

    /** Those of its steps that are among these cases. */
    List<Integer> steps(Collection<Case> run) {
        return steps.stream()
                .filter(step -> run.stream().anyMatch(one -> one.group().name().equals(groups() + step)))
                .toList();
    }

    private String groups() {
        return "Growth: " + title + ": ";
    }

    private static List<Case> cases(Group group) {
        ByteBuffer payload = Payloads.bytes(SIZE);
        return List.of(
                new Case(group, "bare @ServerEndpoint", Host.LIBERTY, "/bare", () -> Echo.binary(payload)),
                new Case(
                        group,
                        "Gotalk, @NonBlocking",
                        Host.LIBERTY,
                        "/gotalk",
                        () -> new PackedGotalk(true, "echo now", payload)),
                new Case(
                        group,
                        "Gotalk, managed executor",
                        Host.LIBERTY,
                        "/gotalk",
                        () -> new PackedGotalk(true, "echo", payload)));
    }
}
