package org.gotalk.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gotalk.conformance.ConformanceCase.Arrival;
import org.gotalk.conformance.ConformanceCase.ReadLimits;
import org.gotalk.internal.wire.message.Payload;

/** Reads the tables of {@code src/test/resources/conformance}; their README says how they are written. */
public final class ConformanceTable {

    private static final List<String> STREAMS = List.of(
            "handshake",
            "requests",
            "results",
            "notifications",
            "heartbeats",
            "protocol-errors",
            "ids",
            "limits",
            "streams");

    private int maxName = 4095;
    private int maxPayload = 1 << 20;
    private int maxStreams = 16;
    private final String table;
    private String rule = "";
    private List<String> conforms = List.of();
    private final List<Arrival> in = new ArrayList<>();
    private final List<Object> seen = new ArrayList<>();
    private final List<byte[]> written = new ArrayList<>();
    private final List<byte[]> out = new ArrayList<>();
    private final List<Integer> end = new ArrayList<>();

    private ConformanceTable(String table) {
        this.table = table;
    }

    /** The cases that hold however the bytes are cut. */
    public static Stream<ConformanceCase> streams() {
        return STREAMS.stream().flatMap(ConformanceTable::read);
    }

    /** The cases in which it matters what is a WebSocket text message. */
    public static Stream<ConformanceCase> textMessages() {
        return read("text-messages");
    }

    private static Stream<ConformanceCase> read(String table) {
        List<ConformanceCase> cases = new ArrayList<>();
        ConformanceTable block = new ConformanceTable(table);
        for (String line : (text(table) + "\n").lines().toList()) {
            if (line.startsWith("rule:") && !block.rule.isEmpty()) {
                cases.add(block.toCase());
                block = new ConformanceTable(table);
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                block.take(line);
            }
        }
        cases.add(block.toCase());
        return cases.stream();
    }

    private void take(String line) {
        String[] parts = line.split(":", 2);
        String value = parts[1].strip();
        switch (parts[0]) {
            case "rule" -> rule = value;
            case "conforms" -> conforms = List.of(value.split(",? +"));
            case "max name" -> maxName = Integer.parseInt(value);
            case "max payload" -> maxPayload = Integer.parseInt(value);
            case "max streams" -> maxStreams = Integer.parseInt(value);
            case "in" -> in.add(arrival(value, false));
            case "text" -> in.add(arrival(value, true));
            case "seen" -> seen.add(Seen.of(value));
            case "written" -> written.add(Bytes.of(value));
            case "out" -> out.add(Bytes.of(value));
            case "end" -> end.add(Integer.parseInt(value));
            default -> throw new IllegalArgumentException("no such key: " + line);
        }
    }

    private static Arrival arrival(String bytes, boolean isText) {
        return new Arrival(Payload.of(Bytes.of(bytes)), isText);
    }

    private ConformanceCase toCase() {
        String source = "gotalk-core/src/test/resources/conformance/" + table + ".txt";
        ReadLimits limits = new ReadLimits(maxName, maxPayload, maxStreams);
        return new ConformanceCase(source, rule, conforms, limits, in, seen, written, out, end);
    }

    private static String text(String table) {
        try (InputStream stream = ConformanceTable.class.getResourceAsStream("/conformance/" + table + ".txt")) {
            if (stream == null) {
                throw new IllegalStateException("no table " + table);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
