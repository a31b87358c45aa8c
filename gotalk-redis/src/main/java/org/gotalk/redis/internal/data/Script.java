package org.gotalk.redis.internal.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What the engine runs as one step. Each file in {@code resources} says what it takes and returns. */
public enum Script {
    PUBLISH("state"),
    HEADS("state"),
    SINCE("state"),
    TELL,
    JOIN("state"),
    LEAVE,
    MEMBERS,
    COUNT("state"),
    BEAT("state", "sweep"),
    END("sweep"),
    ENTERED,
    STRAYS("sweep");

    private final String text;
    private final String digest;

    Script(String... functions) {
        StringBuilder all = new StringBuilder();
        for (String function : functions) {
            all.append(read(function)).append('\n');
        }
        text = all.append(read(name().toLowerCase(Locale.ROOT))).toString();
        digest = sha1(text);
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The name by which an engine knows a script that it was given before. */
    public String digest() {
        return digest;
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + name + ".lua");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
