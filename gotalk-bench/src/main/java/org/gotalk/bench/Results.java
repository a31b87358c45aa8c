package org.gotalk.bench;

import io.rsocket.RSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometd.server.BayeuxServerImpl;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.gotalk.bench.report.Machine;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.report.Part;
import org.gotalk.bench.report.Versions;
import org.gotalk.bench.server.LibertyServer;
import org.gotalk.bench.server.QuarkusServer;

/**
 * All that was measured, as parts of the page.
 *
 * @param othersShare how much of the processors other programs had meanwhile
 */
record Results(
        Settings settings,
        Map<Case, List<Round>> compared,
        Map<Case, List<Round>> grown,
        Map<Case, List<Idle>> idle,
        double othersShare) {

    List<Part> parts(Path project) throws IOException, InterruptedException {
        return List.of(circumstances(project), comparison(), growth(), idleConnections());
    }

    private Part circumstances(Path project) throws IOException, InterruptedException {
        Settings less = settings.less();
        return new Part("circumstances")
                .add("On %s, on %s.".formatted(LocalDate.now(ZoneOffset.UTC), Machine.description()))
                .add("Gotalk: %s. Open Liberty %s, LSP4J %s, RSocket %s, CometD %s, Quarkus %s."
                        .formatted(
                                Versions.commit(project),
                                LibertyServer.version(project),
                                Versions.of(Launcher.class),
                                Versions.of(RSocket.class),
                                Versions.of(BayeuxServerImpl.class),
                                QuarkusServer.version(project)))
                .add("Side by side: rounds: %d, seconds in each: %s. Growth: rounds: %d, seconds in each: %s."
                        .formatted(settings.rounds(), seconds(settings), less.rounds(), seconds(less)))
                .add("Other programs had %s %% of the processors meanwhile."
                        .formatted(Numbers.text(100 * othersShare, 0)));
    }

    private Part comparison() {
        Part part = new Part("side-by-side");
        Map<Case.Group, Map<Case, List<Round>>> groups = new LinkedHashMap<>();
        compared.forEach((one, results) -> groups.computeIfAbsent(one.group(), unused -> new LinkedHashMap<>())
                .put(one, results));
        groups.forEach((group, cases) -> new GroupTable(group, Cases.baseOf(group), cases).addTo(part));
        return part;
    }

    private Part growth() {
        Part part = new Part("growth");
        Ladder.all().forEach(ladder -> new LadderTable(ladder, grown).addTo(part));
        return part;
    }

    private Part idleConnections() {
        Part part = new Part("idle");
        if (!idle.isEmpty()) {
            new IdleTable(idle).addTo(part);
        }
        return part;
    }

    private static String seconds(Settings settings) {
        return Numbers.text(settings.span().toMillis() / 1e3);
    }
}
