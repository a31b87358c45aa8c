package org.gotalk;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The HTTP request that opened a WebSocket, as far as a server keeps it: path, parameters and the session's id, and only
 * the headers, cookies and session attributes that its settings list. {@link #NONE} for connections of other kinds. The
 * text form has no values, since these may be secrets.
 *
 * @param path the path of the request, with that of the application: {@code /auction/gotalk}
 * @param pathParameters the decoded value of each name in the path of the endpoint: {@code id} in {@code
 *     /rooms/{id}/talk}
 * @param parameters the decoded query parameters
 * @param headers the values of headers, by name in lower case
 * @param cookies the value of each cookie
 * @param sessionId the id of the HTTP session, if there was one
 * @param attributes attributes of that session, as they were then: later changes of the session are not seen, but mutable
 *     objects are the same
 */
public record Handshake(
        String path,
        Map<String, String> pathParameters,
        Map<String, List<String>> parameters,
        Map<String, List<String>> headers,
        Map<String, String> cookies,
        Optional<String> sessionId,
        Map<String, Object> attributes) {

    /** No WebSocket. */
    public static final Handshake NONE =
            new Handshake("", Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty(), Map.of());

    public Handshake {
        pathParameters = Map.copyOf(pathParameters);
        parameters = copied(parameters);
        headers = copied(headers).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> lowerCase(entry.getKey()), Map.Entry::getValue, (one, same) -> one));
        cookies = Map.copyOf(cookies);
        attributes = Map.copyOf(attributes);
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(lowerCase(name), List.of()).stream().findFirst();
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /**
     * A session attribute.
     *
     * @throws ClassCastException if it is of another type
     */
    public <T> Optional<T> attribute(String name, Class<T> type) {
        return Optional.ofNullable(attributes.get(name)).map(type::cast);
    }

    @Override
    public String toString() {
        return "Handshake[path=" + path + ", headers=" + headers.keySet() + ", cookies=" + cookies.keySet()
                + ", attributes=" + attributes.keySet() + "]";
    }

    private static Map<String, List<String>> copied(Map<String, List<String>> values) {
        return values.isEmpty()
                ? Collections.emptyMap()
                : values.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
