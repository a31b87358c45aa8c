package org.gotalk.recorded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gotalk.internal.wire.message.Payload;

/**
 * An exchange between a client and a server of the reference implementation, as it was recorded: the files of {@code
 * src/test/resources/vectors}.
 *
 * @param name who the client was, over what, and what happened
 * @param server how the server was set up
 * @param isWebSocket whether steps are WebSocket messages; else each is a Gotalk message of a byte stream
 * @param steps what was sent, in order
 */
public record Transcript(String name, String server, boolean isWebSocket, List<Step> steps) {

    /** What a step is. */
    public enum Kind {
        BINARY,
        TEXT,
        CLOSE,
        EOF
    }

    /**
     * Something that one side did.
     *
     * @param fromClient whether it was the client; else the server
     * @param content the bytes that were sent
     */
    public record Step(boolean fromClient, Kind kind, Payload content) {

        /** Whether it carries bytes of the conversation. */
        public boolean isData() {
            return kind == Kind.BINARY || kind == Kind.TEXT;
        }

        /** The WebSocket close code. */
        public int closeCode() {
            return ByteBuffer.wrap(content.bytes()).getShort() & 0xffff;
        }
    }

    /** All there are, by name. */
    public static Stream<Transcript> all() {
        try {
            URI folder = Transcript.class.getResource("/vectors").toURI();
            if (!folder.getScheme().equals("jar")) {
                return in(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return in(jar.getPath("/vectors"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Those whose server our server can stand in for. A browser library that is told to retry gives up; ours does not
     * tell it to.
     */
    public static Stream<Transcript> servedByOurs() {
        return all().filter(transcript -> !transcript.name().matches(".*js-.*retry-result.*"));
    }

    private static Stream<Transcript> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Transcript::read).toList().stream();
        }
    }

    /** The bytes that one side sent. */
    public List<Step> data(boolean fromClient) {
        return steps.stream()
                .filter(step -> step.isData() && step.fromClient() == fromClient)
                .toList();
    }

    /** What one side sent, as headers and payloads. */
    public List<String> segments(boolean fromClient) {
        return Segments.of(data(fromClient).stream()
                .map(step -> new String(step.content().bytes(), ISO_8859_1))
                .toList());
    }

    /** Whether the client was the reference's browser library in text mode. */
    public boolean isTextMode() {
        return name.startsWith("js-text-");
    }

    @Override
    public String toString() {
        return name;
    }

    private static Transcript read(Path file) {
        try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
            JsonObject json = reader.readObject();
            return new Transcript(
                    json.getString("name"),
                    json.getString("server"),
                    json.getString("transport").equals("websocket"),
                    json.getJsonArray("steps").getValuesAs(Transcript::step));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step step(JsonObject json) {
        Kind kind = switch (json.getString("opcode", json.getString("event", "binary"))) {
            case "binary" -> Kind.BINARY;
            case "text" -> Kind.TEXT;
            case "close" -> Kind.CLOSE;
            case "eof" -> Kind.EOF;
            default -> throw new IllegalArgumentException("unknown step: " + json);
        };
        byte[] content = HexFormat.of().parseHex(json.getString("hex", ""));
        return new Step(json.getString("from").equals("client"), kind, Payload.of(content));
    }
}
