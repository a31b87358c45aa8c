package org.gotalk.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gotalk.conformance.Rule.Implementation;

/** The rules of {@code conformance/rules.txt}; the README beside it says how they are written. */
public final class Rules {

    private static final String NOT_OVER = "not over ";
    private static final Rules READ = new Rules();

    private final List<Rule> all = new ArrayList<>();
    private String section = "";
    private String id = "";
    private String text = "";
    private Map<Implementation, String> exempt = new EnumMap<>(Implementation.class);
    private Map<Carrier, String> notOver = new EnumMap<>(Carrier.class);

    private Rules() {
        try (InputStream stream = Rules.class.getResourceAsStream("/conformance/rules.txt")) {
            new String(stream.readAllBytes(), UTF_8).lines().forEach(this::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        end();
    }

    /** All of them. */
    public static Rules read() {
        return READ;
    }

    /** In their order. */
    public List<Rule> all() {
        return all;
    }

    /** The one with this id; refuses an id that none has. */
    Rule require(String id) {
        return all.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule \"" + id + "\" in conformance/rules.txt"));
    }

    private void take(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        String[] parts = line.split(":", 2);
        String value = parts[1].strip();
        switch (parts[0]) {
            case "section" -> {
                end();
                section = value;
            }
            case "rule" -> {
                end();
                id = value;
            }
            case "says" -> text = value;
            case "not engine", "not liberty", "not js" -> exempt.put(Implementation.ofKey(parts[0]), value);
            default -> takeNotOver(parts[0], value);
        }
    }

    private void takeNotOver(String key, String reason) {
        if (!key.startsWith(NOT_OVER)) {
            throw new IllegalArgumentException("no such key: " + key);
        }
        for (String word : key.substring(NOT_OVER.length()).split(" ", -1)) {
            Carrier.named(word).forEach(carrier -> notOver.put(carrier, reason));
        }
    }

    private void end() {
        if (!id.isEmpty()) {
            all.add(new Rule(section, id, text, Map.copyOf(exempt), Map.copyOf(notOver)));
        }
        id = "";
        text = "";
        exempt = new EnumMap<>(Implementation.class);
        notOver = new EnumMap<>(Carrier.class);
    }
}
