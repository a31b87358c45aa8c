package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of checks and servers in docs/servers.md, made of one file for each server. */
final class ServersPage {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path PAGE = DOCS.resolve("servers.md");
    private static final String BEGIN = "<!-- checks: generated, do not edit -->\n";
    private static final String END = "<!-- checks: end -->";

    private ServersPage() {}

    /** The outcomes of one server, by check. */
    static Path outcomes(String server) {
        return DOCS.resolve("servers").resolve(server + ".tsv");
    }

    /** What the page says. */
    static String written() throws IOException {
        return Files.readString(PAGE);
    }

    static void write(String page) throws IOException {
        Files.writeString(PAGE, page);
    }

    /** The page with a table of all files that are there. */
    static String generated() throws IOException {
        String page = written();
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + "\n" + table() + "\n" + page.substring(page.indexOf(END));
    }

    private static String table() throws IOException {
        SortedMap<String, Map<String, String>> servers = new TreeMap<>();
        for (String server : Servers.names()) {
            if (Files.exists(outcomes(server))) {
                servers.put(server, read(outcomes(server)));
            }
        }
        StringBuilder table = new StringBuilder("| check | " + String.join(" | ", servers.keySet()) + " |\n");
        table.append("|---|").append("---|".repeat(servers.size())).append('\n');
        TreeSet<String> checks = new TreeSet<>();
        servers.values().forEach(outcomes -> checks.addAll(outcomes.keySet()));
        for (String check : checks) {
            table.append(servers.values().stream()
                    .map(outcomes -> outcomes.getOrDefault(check, "—"))
                    .collect(Collectors.joining(" | ", "| " + words(check) + " | ", " |\n")));
        }
        return table.toString();
    }

    static Map<String, String> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, other) -> other, TreeMap::new));
    }

    /** The name of a test as a sentence. */
    private static String words(String check) {
        String sentence = check.replaceAll("([A-Z]|(?<=[a-z])[0-9])", " $1").trim();
        return sentence.substring(sentence.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
