package org.gotalk.net;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gotalk.internal.transport.WebSocketTransport;

/**
 * What the handshake of a WebSocket says to the server. Immutable; {@link ConnectOptions} has methods that change one
 * thing of it.
 *
 * @param headers by name, each with its values; none by default
 * @param bearerToken asked for the token of each handshake, so also when a connection is made anew; may take its time.
 *     Empty, as by default, for none
 * @param subprotocols what is offered, the favourite first; {@code gotalk.v1} by default
 */
public record WebSocketOptions(
        Map<String, List<String>> headers, Optional<Supplier<String>> bearerToken, List<String> subprotocols) {

    private static final String AUTHORIZATION = "authorization";
    private static final Set<String> OF_THE_HANDSHAKE =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");
    private static final String OF_WEBSOCKETS = "sec-websocket-";

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    private static final WebSocketOptions DEFAULTS =
            new WebSocketOptions(Map.of(), Optional.empty(), List.of(WebSocketTransport.SUBPROTOCOL));

    public WebSocketOptions {
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        subprotocols = List.copyOf(subprotocols);
        headers.forEach((name, values) -> values.forEach(value -> checkHeader(name, value)));
        subprotocols.forEach(WebSocketOptions::checkSubprotocol);
        if (new HashSet<>(subprotocols).size() < subprotocols.size()) {
            throw new IllegalArgumentException("subprotocols are " + subprotocols + ", but each is to be there once");
        }
        if (bearerToken.isPresent() && headers.keySet().stream().anyMatch(AUTHORIZATION::equalsIgnoreCase)) {
            throw new IllegalArgumentException("give a bearer token or a header Authorization, not both");
        }
    }

    /** As said of each component. */
    public static WebSocketOptions defaults() {
        return DEFAULTS;
    }

    WebSocketOptions header(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((known, values) -> more.put(known, new ArrayList<>(values)));
        more.computeIfAbsent(name, unknown -> new ArrayList<>()).add(value);
        return new WebSocketOptions(more, bearerToken, subprotocols);
    }

    WebSocketOptions bearerToken(Supplier<String> newToken) {
        return new WebSocketOptions(headers, Optional.of(newToken), subprotocols);
    }

    WebSocketOptions subprotocols(List<String> newSubprotocols) {
        return new WebSocketOptions(headers, bearerToken, newSubprotocols);
    }

    /**
     * All headers of a handshake that begins now, with a token for it.
     *
     * @throws IllegalStateException when there is no token, or it is none; what it was is not told
     */
    Map<String, List<String>> handshakeHeaders() {
        if (bearerToken.isEmpty()) {
            return headers;
        }
        String token = Objects.requireNonNullElse(bearerToken.get().get(), "");
        if (token.isEmpty() || !VALUE.matcher(token).matches()) {
            throw new IllegalStateException(
                    "the bearer token is " + (token.isEmpty() ? "empty" : "not one: it has characters that none has"));
        }
        Map<String, List<String>> all = new TreeMap<>(headers);
        all.put("Authorization", List.of("Bearer " + token));
        return all;
    }

    /** Without values of headers, which may be secrets. */
    @Override
    public String toString() {
        return "WebSocketOptions[headers=" + headers.keySet() + ", bearerToken=" + bearerToken.isPresent()
                + ", subprotocols=" + subprotocols + "]";
    }

    private static void checkHeader(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a header");
        }
        if (OF_THE_HANDSHAKE.contains(lower) || lower.startsWith(OF_WEBSOCKETS)) {
            throw new IllegalArgumentException("header " + name + " belongs to the handshake itself"
                    + (lower.endsWith("-protocol") ? "; see ConnectOptions.subprotocols" : ""));
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("header " + name + " has characters that no header has");
        }
    }

    private static void checkSubprotocol(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a subprotocol");
        }
    }
}
