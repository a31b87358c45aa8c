package org.gotalk.jakarta;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.spi.Application;

/**
 * Has an operation that answers at once, and one that says that it has begun and takes until somebody makes a file. Files
 * can be written and read while a server stops. The payload says in which folder.
 */
public final class PatientApplication implements Application {

    static final String GO_ON = "go on";
    static final String FINISHED = "finished";
    static final String TOLD = "told of the end";

    private static final long LONGEST_SECONDS = 40;

    private final Map<Sock, Path> folders = new ConcurrentHashMap<>();

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handle("quick", byte[].class, payload -> payload)
                .handle("slow", byte[].class, (peer, payload) -> {
                    Path folder = Path.of(new String(payload, StandardCharsets.UTF_8));
                    folders.put(peer, folder);
                    try (WatchService changes = folder.getFileSystem().newWatchService()) {
                        folder.register(changes, ENTRY_CREATE);
                        peer.notify("begun", new byte[0]);
                        changes.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
                    }
                    boolean told = Files.exists(folder.resolve(GO_ON));
                    Files.createFile(folder.resolve(FINISHED));
                    return Boolean.toString(told).getBytes(StandardCharsets.UTF_8);
                });
    }

    @Override
    public void closed(Sock sock, CloseReason reason) {
        Path folder = folders.get(sock);
        if (folder != null) {
            try {
                Files.createFile(folder.resolve(TOLD));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
