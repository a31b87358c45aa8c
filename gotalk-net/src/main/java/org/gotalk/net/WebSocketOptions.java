package org.gotalk.net;

import java.net.Authenticator;
import java.net.ProxySelector;
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
 * Options of a WebSocket handshake. Immutable; {@link ConnectOptions} has methods to change them.
 *
 * @param headers header values by name; none by default
 * @param bearerToken supplies the token of each handshake, including reconnects; may block; empty, as by default, for
 *     none
 * @param subprotocols the offered subprotocols, in order of preference; {@code gotalk.v1} by default
 * @param proxy selects the HTTP proxy; empty, as by default, for the JDK's selector, which follows the system properties
 *     {@code http.proxyHost} and {@code https.proxyHost}
 * @param proxyCredentials supplies user and password where a proxy asks for them; may block; empty, as by default, for
 *     none
 */
public record WebSocketOptions(
        Map<String, List<String>> headers,
        Optional<Supplier<String>> bearerToken,
        List<String> subprotocols,
        Optional<ProxySelector> proxy,
        Optional<Authenticator> proxyCredentials) {

    private static final String AUTHORIZATION = "authorization";
    private static final Set<String> OF_THE_HANDSHAKE =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");
    private static final String OF_WEBSOCKETS = "sec-websocket-";

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    private static final WebSocketOptions DEFAULTS = new WebSocketOptions(
            Map.of(), Optional.empty(), List.of(WebSocketTransport.SUBPROTOCOL), Optional.empty(), Optional.empty());

    public WebSocketOptions {
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        subprotocols = List.copyOf(subprotocols);
        headers.forEach((name, values) -> values.forEach(value -> checkHeader(name, value)));
        subprotocols.forEach(WebSocketOptions::checkSubprotocol);
        if (new HashSet<>(subprotocols).size() < subprotocols.size()) {
            throw new IllegalArgumentException(
                    "subprotocols are " + subprotocols + ", but must not contain duplicates");
        }
        if (bearerToken.isPresent() && headers.keySet().stream().anyMatch(AUTHORIZATION::equalsIgnoreCase)) {
            throw new IllegalArgumentException("use a bearer token or a header Authorization, not both");
        }
    }

    /** The defaults of all components. */
    public static WebSocketOptions defaults() {
        return DEFAULTS;
    }

    WebSocketOptions header(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((known, values) -> more.put(known, new ArrayList<>(values)));
        more.computeIfAbsent(name, unknown -> new ArrayList<>()).add(value);
        return new WebSocketOptions(more, bearerToken, subprotocols, proxy, proxyCredentials);
    }

    WebSocketOptions bearerToken(Supplier<String> newToken) {
        return new WebSocketOptions(headers, Optional.of(newToken), subprotocols, proxy, proxyCredentials);
    }

    WebSocketOptions subprotocols(List<String> newSubprotocols) {
        return new WebSocketOptions(headers, bearerToken, newSubprotocols, proxy, proxyCredentials);
    }

    WebSocketOptions proxy(ProxySelector selector) {
        return new WebSocketOptions(headers, bearerToken, subprotocols, Optional.of(selector), proxyCredentials);
    }

    WebSocketOptions proxyCredentials(Authenticator authenticator) {
        return new WebSocketOptions(headers, bearerToken, subprotocols, proxy, Optional.of(authenticator));
    }

    /**
     * The headers of a new handshake, with a fresh token.
     *
     * @throws IllegalStateException if the token is missing or invalid; the message does not show it
     */
    Map<String, List<String>> handshakeHeaders() {
        if (bearerToken.isEmpty()) {
            return headers;
        }
        String token = Objects.requireNonNullElse(bearerToken.get().get(), "");
        if (token.isEmpty() || !VALUE.matcher(token).matches()) {
            throw new IllegalStateException("the bearer token is "
                    + (token.isEmpty() ? "empty" : "invalid: it has characters that are not allowed"));
        }
        Map<String, List<String>> all = new TreeMap<>(headers);
        all.put("Authorization", List.of("Bearer " + token));
        return all;
    }

    /** Without header values, which may be secrets. */
    @Override
    public String toString() {
        return "WebSocketOptions[headers=" + headers.keySet() + ", bearerToken=" + bearerToken.isPresent()
                + ", subprotocols=" + subprotocols + ", proxy=" + proxy.isPresent() + ", proxyCredentials="
                + proxyCredentials.isPresent() + "]";
    }

    private static void checkHeader(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a valid header name");
        }
        if (OF_THE_HANDSHAKE.contains(lower) || lower.startsWith(OF_WEBSOCKETS)) {
            throw new IllegalArgumentException("header " + name + " is set by the handshake itself"
                    + (lower.endsWith("-protocol") ? "; see ConnectOptions.subprotocols" : ""));
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("header " + name + " has characters that are not allowed");
        }
    }

    private static void checkSubprotocol(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a valid subprotocol name");
        }
    }
}
