package org.gotalk.jakarta.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gotalk.net.Address;

/** The settings that each remote peer has for itself, below {@code gotalk.client.<name>}. */
record ClientKeys(String name) {

    /** What the keys of all peers begin with. */
    static final String PREFIX = "gotalk.client.";

    private static final String HEADER = "header.";
    private static final Pattern KEY = Pattern.compile("gotalk\\.client\\.([A-Za-z0-9_-]+)\\.(.+)");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Duration SHORTEST = Duration.ofMillis(1);

    Setting<String> address() {
        return setting("address", "", ClientKeys::address);
    }

    Setting<Duration> timeout() {
        return setting("timeout", "PT10S", Formats.time(SHORTEST));
    }

    Setting<String> handlers() {
        return setting("handlers", "", text -> text);
    }

    Setting<String> bearerToken() {
        return setting("bearer-token", "", ClientKeys::token).keptSecret();
    }

    TlsFiles tls() {
        return new TlsFiles(
                setting("trust", "", text -> text),
                setting("certificate", "", text -> text),
                setting("key", "", text -> text));
    }

    Setting<Duration> minDelay() {
        return setting("min-delay", "500ms", Formats.time(SHORTEST));
    }

    Setting<Duration> maxDelay() {
        return setting("max-delay", "PT5S", Formats.time(SHORTEST));
    }

    Setting<Integer> maxWaiting() {
        return setting("max-waiting", "100", Formats.count(0));
    }

    Setting<Integer> maxWaitingBytes() {
        return setting("max-waiting-bytes", "4MiB", Formats.size(1));
    }

    /** What the keys of its headers begin with. */
    String headerPrefix() {
        return PREFIX + name + "." + HEADER;
    }

    /** All but headers. */
    List<Setting<?>> all() {
        return List.of(
                address(),
                timeout(),
                handlers(),
                bearerToken(),
                tls().trust(),
                tls().certificate(),
                tls().key(),
                minDelay(),
                maxDelay(),
                maxWaiting(),
                maxWaitingBytes());
    }

    /** Those of the peer whose key this is; empty for one that belongs to no peer. */
    static Optional<ClientKeys> of(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? Optional.of(new ClientKeys(matcher.group(1))) : Optional.empty();
    }

    boolean has(String key) {
        return (key.startsWith(headerPrefix()) && key.length() > headerPrefix().length())
                || all().stream().anyMatch(setting -> setting.key().equals(key));
    }

    private <T> Setting<T> setting(String key, String byDefault, Setting.Format<T> format) {
        return new Setting<>(PREFIX + name + "." + key, byDefault, format);
    }

    private static String address(String text) {
        try {
            return text.isEmpty() ? text : Address.of(text).toString();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an address: " + e.getMessage(), e);
        }
    }

    private static String token(String text) {
        if (!text.isEmpty() && !TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException("a token without spaces, and without \"Bearer\" in front of it");
        }
        return text;
    }
}
