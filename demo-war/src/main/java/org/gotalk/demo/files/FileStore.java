package org.gotalk.demo.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gotalk.OperationException;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files that people share, bounded for each file and in all. Room is taken when a file begins to come, so that
 * files that come at the same time do not exceed the bound together. No file is held in memory.
 */
public final class FileStore implements AutoCloseable {

    static final long MEBIBYTE = 1024L * 1024;

    /** Largest file, in bytes. */
    public static final long MAX_FILE = 64 * MEBIBYTE;

    /** All files together, in bytes. */
    static final long MAX_TOTAL = 512 * MEBIBYTE;

    private final Path folder;
    private final Object lock = new Object();
    // Guarded by lock.
    private final Map<String, Long> sizes = new HashMap<>();
    // Guarded by lock.
    private long total;

    private FileStore(Path folder) {
        this.folder = folder;
    }

    /** Opens a store in a folder of its own, which is made if necessary. What is left there from before is deleted. */
    public static FileStore in(Path folder) throws IOException {
        Files.createDirectories(folder);
        clear(folder);
        return new FileStore(folder);
    }

    /**
     * Begins a file.
     *
     * @throws OperationException with a text for its sender, when it is too large, empty, or there is no room for it
     */
    public IncomingFile begin(@Nullable String name, @Nullable String type, long size) {
        if (size < 1 || size > MAX_FILE) {
            throw new OperationException("a file has 1 byte to " + MAX_FILE / MEBIBYTE + " MiB, this one has "
                    + (size <= 0 ? "none" : size + " bytes"));
        }
        SharedFile file = new SharedFile(UUID.randomUUID().toString(), Claims.name(name), Claims.type(type), size);
        reserve(file);
        try {
            return new IncomingFile(this, file, Files.newOutputStream(path(file.id())));
        } catch (IOException e) {
            remove(file);
            throw new UncheckedIOException(e);
        }
    }

    /** Where the content is; empty when it is not kept any more. */
    public Optional<Path> find(SharedFile file) {
        synchronized (lock) {
            return sizes.containsKey(file.id()) ? Optional.of(path(file.id())) : Optional.empty();
        }
    }

    /** Lets a file go, if it is there. Whoever reads it may read on, where the operating system allows that. */
    public void remove(SharedFile file) {
        try {
            Files.deleteIfExists(path(file.id()));
        } catch (IOException e) {
            // Still being read on Windows: the file goes with the folder.
            path(file.id()).toFile().deleteOnExit();
        }
        synchronized (lock) {
            Long size = sizes.remove(file.id());
            total -= size == null ? 0 : size;
        }
    }

    /** Deletes everything. */
    @Override
    public void close() throws IOException {
        clear(folder);
        Files.deleteIfExists(folder);
    }

    private void reserve(SharedFile file) {
        synchronized (lock) {
            if (total + file.size() > MAX_TOTAL) {
                throw new OperationException("there is no room for this file: all files together have at most "
                        + MAX_TOTAL / MEBIBYTE + " MiB, and " + (MAX_TOTAL - total) / MEBIBYTE
                        + " MiB are free; try again later");
            }
            total += file.size();
            sizes.put(file.id(), file.size());
        }
    }

    private Path path(String id) {
        return folder.resolve(id);
    }

    private static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Somebody tidied up.
        }
    }
}
