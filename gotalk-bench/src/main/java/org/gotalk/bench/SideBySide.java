package org.gotalk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gotalk.bench.report.Page;
import org.gotalk.bench.report.Part;

/** Runs everything that is compared, prints the results and, when asked, writes them into the documentation. */
public final class SideBySide {

    private SideBySide() {}

    /** Takes the folder of the project, where Open Liberty is. */
    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]).toAbsolutePath();
        boolean isToBeWritten = System.getProperty("bench.write") != null;
        if (isToBeWritten && Settings.isPartial()) {
            throw new IllegalArgumentException("bench.write with bench.only would leave the rest out of the page");
        }
        Marks.check(Cases.all());
        Page page = new Page(project);
        for (Part part : measured(project).parts(project)) {
            if (!part.isEmpty()) {
                System.out.println("\n" + part);
            }
            if (isToBeWritten) {
                page.write(part);
            }
        }
    }

    private static Results measured(Path project) throws IOException, InterruptedException {
        Settings settings = Settings.ofComparison();
        Settings less = settings.less();
        List<Case> compared = chosen(Cases.all());
        List<Case> growing = chosen(
                Ladder.all().stream().flatMap(ladder -> ladder.cases().stream()).toList());
        List<Case> idle = chosen(Idle.cases());
        Progress progress = new Progress(compared.size() * (settings.rounds() + 1)
                + growing.size() * (less.rounds() + 1)
                + idle.size() * less.rounds());
        OtherPrograms others = new OtherPrograms();
        try (Servers servers = new Servers(project)) {
            Rounds rounds = new Rounds(servers, progress);
            return new Results(
                    settings,
                    rounds.measured(compared, settings),
                    rounds.measured(growing, less),
                    rounds.run(idle, less.rounds(), Idle::of),
                    others.share(servers.cpu()));
        }
    }

    private static List<Case> chosen(List<Case> all) {
        return all.stream().filter(Settings::isChosen).toList();
    }
}
