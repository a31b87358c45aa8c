package org.gotalk.bench.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A page whose parts are generated, each between two comments; what stands around them is written by hand and stays. Figures
 * are files in a folder beside it.
 */
public final class Page {

    static final String FIGURES = "performance";

    private final Path file;

    /** The page that tells how fast this is. */
    public Page(Path project) {
        file = project.resolve("docs").resolve("performance.md");
    }

    /** Puts a part where the one before it was, with its figures. */
    public void write(Part part) throws IOException {
        String begin = "<!-- " + part.name() + ": generated, do not edit -->";
        String end = "<!-- " + part.name() + ": end -->";
        String page = Files.readString(file);
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(file + " has no place for \"" + part.name() + "\": no " + begin + " before " + end);
        }
        writeFigures(part);
        Files.writeString(file, page.substring(0, from) + begin + "\n\n" + part + "\n\n" + page.substring(to));
    }

    private void writeFigures(Part part) throws IOException {
        Path folder = Files.createDirectories(file.resolveSibling(FIGURES));
        try (DirectoryStream<Path> before = Files.newDirectoryStream(folder, part.name() + "-*.svg")) {
            for (Path old : before) {
                Files.delete(old);
            }
        }
        for (Map.Entry<String, String> figure : part.figures().entrySet()) {
            Files.writeString(folder.resolve(figure.getKey()), figure.getValue());
        }
    }
}
