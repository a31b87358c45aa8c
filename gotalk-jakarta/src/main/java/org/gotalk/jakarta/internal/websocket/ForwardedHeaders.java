package org.gotalk.jakarta.internal.websocket;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What proxies tell of a request: in {@code X-Forwarded-For}, {@code -Host} and {@code -Proto}, or where there is none of
 * these, in {@code Forwarded} (RFC 7239).
 *
 * @param addresses of the client and of all proxies but the last, in this order
 * @param host as the client sent it
 * @param scheme in lower case
 */
record ForwardedHeaders(List<String> addresses, Optional<String> host, Optional<String> scheme) {

    private static final String FOR = "X-Forwarded-For";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PROTO = "X-Forwarded-Proto";

    /** Those of a request. */
    static ForwardedHeaders of(HttpServletRequest request) {
        boolean hasOwnHeaders = Stream.of(FOR, HOST, PROTO).anyMatch(name -> request.getHeader(name) != null);
        if (hasOwnHeaders) {
            return new ForwardedHeaders(
                    items(request, FOR, ","),
                    first(items(request, HOST, ",")),
                    first(items(request, PROTO, ",")).map(ForwardedHeaders::httpScheme));
        }
        List<String> hops = items(request, "Forwarded", ",");
        return new ForwardedHeaders(
                hops.stream()
                        .map(hop -> parameter(hop, "for").orElse("unknown"))
                        .toList(),
                hops.stream().flatMap(hop -> parameter(hop, "host").stream()).findFirst(),
                hops.stream()
                        .flatMap(hop -> parameter(hop, "proto").stream())
                        .findFirst()
                        .map(ForwardedHeaders::httpScheme));
    }

    /** Some proxies name the scheme of the WebSocket. */
    private static String httpScheme(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "ws", "http" -> "http";
            case "wss", "https" -> "https";
            default -> text.toLowerCase(Locale.ROOT);
        };
    }

    private static Optional<String> first(List<String> items) {
        return items.stream().findFirst();
    }

    private static List<String> items(HttpServletRequest request, String name, String separator) {
        List<String> items = new ArrayList<>();
        for (String value : Collections.list(request.getHeaders(name))) {
            for (String item : value.split(separator, -1)) {
                if (!item.isBlank()) {
                    items.add(item.strip());
                }
            }
        }
        return items;
    }

    private static Optional<String> parameter(String hop, String name) {
        for (String pair : hop.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return Optional.of(unquoted(pair.substring(equals + 1).strip()));
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }
}
