package org.gotalk.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileLengthTest {

    private static final int MOST_LINES = 300;
    private static final Set<String> KINDS = Set.of("java", "js", "mjs", "ts", "mts", "css", "html");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "dist");

    @Test
    void noSourceFileHasMoreThan300Lines() throws IOException {
        List<Path> sources = sources(root());

        assertThat(sources).as("sources of all modules").hasSizeGreaterThan(10);
        assertThat(sources)
                .filteredOn(file -> lines(file) > MOST_LINES)
                .as("files of more than %s lines", MOST_LINES)
                .isEmpty();
    }

    private static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean hidden = name.startsWith(".") && !folder.equals(root);
                return hidden || NOT_OURS.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (KINDS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    found.add(root.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(root().resolve(file)).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
