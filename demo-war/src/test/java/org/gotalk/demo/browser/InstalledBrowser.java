package org.gotalk.demo.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where a Chrome, Chromium or Edge is found on a machine: the environment's word first, then the path, then the usual places. */
final class InstalledBrowser {

    /** Names a browser's executable and wins over every other place. */
    static final String VARIABLE = "GOTALK_BROWSER";

    private static final List<String> COMMANDS = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "microsoft-edge",
            "microsoft-edge-stable",
            "chrome.exe",
            "msedge.exe");

    private static final List<String> UNIX_PLACES = List.of(
            "/usr/lib/chromium/chromium",
            "/opt/google/chrome/chrome",
            "/opt/microsoft/msedge/msedge",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");

    private static final List<String> WINDOWS_ROOTS = List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData");

    private static final List<String> WINDOWS_PLACES = List.of(
            "Google\\Chrome\\Application\\chrome.exe",
            "Chromium\\Application\\chrome.exe",
            "Microsoft\\Edge\\Application\\msedge.exe");

    private final Map<String, String> environment;
    private final Predicate<Path> isExecutable;

    InstalledBrowser(Map<String, String> environment, Predicate<Path> isExecutable) {
        this.environment = environment;
        this.isExecutable = isExecutable;
    }

    static InstalledBrowser ofThisMachine() {
        return new InstalledBrowser(System.getenv(), path -> Files.isRegularFile(path) && Files.isExecutable(path));
    }

    /**
     * The first browser found.
     *
     * @throws IllegalStateException if the environment names one that cannot be run
     */
    Optional<Path> find() {
        String named = environment.getOrDefault(VARIABLE, "");
        if (named.isEmpty()) {
            return Stream.concat(onPath(), inUsualPlaces()).filter(isExecutable).findFirst();
        }
        if (!isExecutable.test(Path.of(named))) {
            throw new IllegalStateException(
                    VARIABLE + " names " + named + ", which is no executable file; name a Chrome, Chromium or Edge.");
        }
        return Optional.of(Path.of(named));
    }

    private Stream<Path> onPath() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> COMMANDS.stream().map(command -> Path.of(folder, command)));
    }

    private Stream<Path> inUsualPlaces() {
        List<Path> places = new ArrayList<>();
        UNIX_PLACES.forEach(place -> places.add(Path.of(place)));
        for (String root : WINDOWS_ROOTS) {
            String folder = environment.get(root);
            if (folder != null) {
                WINDOWS_PLACES.forEach(place -> places.add(Path.of(folder, place)));
            }
        }
        return places.stream();
    }
}
