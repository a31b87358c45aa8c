package org.gotalk.recorded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where our server does better than the recorded one on purpose. Everything else must be the same, byte by byte. */
public final class Differences {

    /** The text of an error, by the reference's. */
    private static final Map<String, String> TEXTS = Map.of(
            // It names neither what came nor what was expected.
            "unexpected parameter type", "payload is not JSON, see character 3",
            // A bug's own text is not for the peer; the id finds it in the log.
            "intended panic", "internal error (…)");

    /** What is sent from the first answer on, by exchange. The browser's ids are "0000". */
    private static final Map<String, List<String>> ANSWERS = Map.of(
            // A payload that is a whole text message is taken at its real length, whatever size was declared.
            "js-binary-echo-emoji", List.of("R000000000008", utf8("\"a😀b\"")),
            "js-text-echo-emoji", List.of("R000000000008", utf8("\"a😀b\"")),
            "js-text-echo-bmp-text", List.of("R000000000013", utf8("\"hej åäö 日本\"")),
            "js-binary-buffer-nul", List.of("R000000000003", "a\0b"),
            // Past the limit of requests at once, ours lets the next wait its turn before it refuses any.
            "go-tcp-retry-result-limited", List.of("R\0\0\0\u000000000003", "200", "R\u0001\0\0\u000000000001", "x"),
            "go-ws-retry-result-limited", List.of("R\0\0\0\u000000000003", "200", "R\u0001\0\0\u000000000001", "x"),
            // Ids and headers are ASCII, so that a client in text mode can answer.
            "js-text-server-request", List.of("R00000000000f", "FROM THE SERVER"),
            "js-text-server-request-empty", List.of("R000000000000"),
            "js-text-server-request-error", List.of("E00000000000e", "client says no"),
            "js-text-server-request-unknown", List.of("E000000000029", "no such operation \"client-has-no-such-op\""));

    /** What is sent besides, by what happens. */
    private static final Map<String, String> ADDED = Map.of(
            // The reference closes without a word.
            "version-mismatch-closes", "f00000001");

    /** The code with which a WebSocket is closed; the reference says 1000 whatever happened. */
    private static final Map<String, Integer> CLOSE_CODES = Map.of(
            "version-mismatch-closes", 4001,
            "protocol-error-unknown-type", 4002,
            "read-timeout-timeout", 4003);

    private Differences() {}

    /** What our server sends instead of what was recorded. */
    public static List<String> applied(Transcript transcript, List<String> recorded) {
        List<String> result = new ArrayList<>(recorded);
        if (ANSWERS.containsKey(transcript.name())) {
            result.clear();
            recorded.stream().takeWhile(segment -> !isAnswer(segment)).forEach(result::add);
            result.addAll(ANSWERS.get(transcript.name()));
        }
        for (int i = 0; i < result.size(); i++) {
            String text = TEXTS.get(result.get(i));
            if (text != null) {
                String header = result.get(i - 1);
                result.set(i - 1, header.substring(0, header.length() - 8) + size(text));
                result.set(i, text);
            }
        }
        find(ADDED, transcript).ifPresent(result::add);
        result.removeIf(segment -> isLeftOut(transcript, segment));
        return result;
    }

    /** Whether our server does not send this. The reference ends an answer that E has ended once more, with an empty part. */
    public static boolean isLeftOut(Transcript transcript, String segment) {
        return transcript.name().endsWith("stream-error") && segment.matches("(?s)S.{4}00000000");
    }

    /** How our server ends the conversation, if it does. */
    public static Optional<Integer> closeCode(Transcript transcript) {
        return find(CLOSE_CODES, transcript);
    }

    private static boolean isAnswer(String segment) {
        return segment.matches("(?s)[REe].{4}[0-9a-f]{8}");
    }

    private static <T> Optional<T> find(Map<String, T> byExchange, Transcript transcript) {
        return byExchange.entrySet().stream()
                .filter(entry -> transcript.name().endsWith(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    private static String size(String text) {
        return String.format("%08x", text.replace("…", "12345678").length());
    }

    private static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
