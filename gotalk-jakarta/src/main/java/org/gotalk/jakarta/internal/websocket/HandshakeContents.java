package org.gotalk.jakarta.internal.websocket;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gotalk.Handshake;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of handshakes. The rest is not: it would cost memory for as long as connections last, and cookies may be
 * secrets.
 *
 * @param headers names of headers, in any case
 * @param cookies names of cookies
 * @param attributes names of attributes of the HTTP session
 */
public record HandshakeContents(Set<String> headers, Set<String> cookies, Set<String> attributes) {

    /** Nothing but the path, the parameters and the session's id. */
    public static final HandshakeContents LEAST = new HandshakeContents(Set.of(), Set.of(), Set.of());

    Handshake of(Admission admission) {
        HttpServletRequest request = admission.request();
        return new Handshake(
                path(request),
                admission.pathParameters(),
                parameters(request.getParameterMap()),
                present(headers, name -> values(request, name)),
                present(cookies, cookiesOf(request)::get),
                admission.session().map(HttpSession::getId),
                admission
                        .session()
                        .map(session -> present(attributes, name -> attribute(session, name)))
                        .orElseGet(Map::of));
    }

    /** Not the request's URI, which may have the session's id. */
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getContextPath() + request.getServletPath() + (rest == null ? "" : rest);
    }

    private static Map<String, List<String>> parameters(Map<String, String[]> parameters) {
        Map<String, List<String>> lists = new HashMap<>();
        parameters.forEach((name, values) -> lists.put(name, List.of(values)));
        return lists;
    }

    private static @Nullable List<String> values(HttpServletRequest request, String header) {
        List<String> values = Collections.list(request.getHeaders(header));
        return values.isEmpty() ? null : values;
    }

    private static @Nullable Object attribute(HttpSession session, String name) {
        try {
            return session.getAttribute(name);
        } catch (IllegalStateException ended) {
            return null; // meanwhile
        }
    }

    private static Map<String, String> cookiesOf(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        Map<String, String> values = new HashMap<>();
        Arrays.stream(all == null ? new Cookie[0] : all)
                .forEach(cookie -> values.putIfAbsent(cookie.getName(), cookie.getValue()));
        return values;
    }

    private static <T> Map<String, T> present(Set<String> names, Function<String, @Nullable T> lookup) {
        Map<String, T> found = new HashMap<>();
        for (String name : names) {
            T value = lookup.apply(name);
            if (value != null) {
                found.put(name, value);
            }
        }
        return found;
    }
}
