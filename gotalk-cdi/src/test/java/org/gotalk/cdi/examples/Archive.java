package org.gotalk.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gotalk.OperationException;
import org.gotalk.cdi.Operation;

@ApplicationScoped
public class Archive {

    private final Map<String, Path> files = new ConcurrentHashMap<>();

    @Operation
    public String upload(InputStream bytes) throws IOException {
        Path file = Files.createTempFile("upload", null);
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        String id = UUID.randomUUID().toString();
        files.put(id, file);
        return id;
    }

    @Operation
    public void download(String id, OutputStream bytes) throws IOException {
        Files.copy(find(id), bytes);
    }

    @Operation
    @SuppressWarnings("StreamResourceLeak") // it is closed when its last line was taken, or no more are
    public Stream<String> lines(String id) throws IOException {
        return Files.lines(find(id));
    }

    private Path find(String id) {
        return Optional.ofNullable(files.get(id)).orElseThrow(() -> new OperationException("no such file"));
    }
}
