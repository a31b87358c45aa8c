package org.gotalk.bench;

import io.rsocket.RSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometd.server.BayeuxServerImpl;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.gotalk.bench.report.Machine;
import org.gotalk.bench.report.Numbers;
import org.gotalk.bench.report.Page;
import org.gotalk.bench.report.Part;
import org.gotalk.bench.report.Versions;
import org.gotalk.bench.server.LibertyServer;
import org.gotalk.bench.server.QuarkusServer;

/** Runs everything that is compared, prints the results and, when asked, writes them into the documentation. */
public final class SideBySide {

    private SideBySide() {}

    /** Takes the folder of the project, where Open Liberty is. */
    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]).toAbsolutePath();
        boolean isToBeWritten = System.getProperty("bench.write") != null;
        Settings settings = Settings.ofComparison();
        if (isToBeWritten && !Settings.ONLY.isEmpty()) {
            throw new IllegalArgumentException("bench.write with bench.only would leave the rest out of the page");
        }
        Marks.check(Cases.all());
        List<Case> cases = chosen(Cases.all());
        Progress progress = new Progress(settings.steps(cases.size()));
        List<Part> parts = new ArrayList<>();
        try (Servers servers = new Servers(project)) {
            parts.add(comparison(project, settings, Rounds.run(cases, settings, servers, progress)));
        }
        Page page = new Page(project);
        for (Part part : parts) {
            System.out.println(part);
            if (isToBeWritten) {
                page.write(part);
            }
        }
    }

    private static List<Case> chosen(List<Case> all) {
        return all.stream()
                .filter(one -> one.toString().contains(Settings.ONLY))
                .toList();
    }

    private static Part comparison(Path project, Settings settings, Map<Case, List<Round>> rounds)
            throws IOException, InterruptedException {
        Part part = new Part("side-by-side");
        part.add("Measured on %s with %d rounds of %s s for each case, on %s."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        settings.rounds(),
                        Numbers.text(settings.span().toMillis() / 1e3, 1),
                        Machine.description()));
        part.add("Gotalk: %s. Open Liberty %s, LSP4J %s, RSocket %s, Quarkus %s, CometD %s."
                .formatted(
                        Versions.commit(project),
                        LibertyServer.version(project),
                        Versions.of(Launcher.class),
                        Versions.of(RSocket.class),
                        QuarkusServer.version(project),
                        Versions.of(BayeuxServerImpl.class)));
        Map<Case.Group, Map<Case, List<Round>>> groups = new LinkedHashMap<>();
        rounds.forEach((one, results) -> groups.computeIfAbsent(one.group(), unused -> new LinkedHashMap<>())
                .put(one, results));
        groups.forEach((group, cases) -> new GroupTable(group, cases).addTo(part));
        return part;
    }
}
