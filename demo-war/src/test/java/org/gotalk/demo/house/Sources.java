package org.gotalk.demo.house;

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

/** The files of all modules, as they were written. */
final class Sources {

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "dist");

    private Sources() {}

    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** Files with one of these endings, relative to the root. */
    static List<Path> endingWith(Set<String> endings) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !folder.equals(root());
                    return hidden || NOT_OURS.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (endings.contains(name.substring(name.lastIndexOf('.') + 1))) {
                        found.add(root().relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Java sources below {@code src/main} or {@code src/test}. */
    static List<Path> java(String kind) {
        String folder = Path.of("src", kind).toString();
        return endingWith(Set.of("java")).stream()
                .filter(file -> file.toString().contains(folder))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
