package org.gotalk.jakarta.internal.endpoint;

import jakarta.websocket.server.ServerEndpoint;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All endpoint classes of the application, the more exact ones first. */
public final class EndpointClasses {

    private final List<EndpointClass> all;
    private final Class<?> base;

    private EndpointClasses(List<EndpointClass> all, Class<?> base) {
        this.all = all;
        this.base = base;
    }

    /**
     * The endpoints among these classes.
     *
     * @param base what Gotalk's extend; others are left to the container
     * @param path where a class says it is, if it says so in Gotalk's way
     */
    public static EndpointClasses among(
            Collection<Class<?>> classes, Class<?> base, Function<Class<?>, Optional<String>> path) {
        return new EndpointClasses(
                classes.stream()
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                        .flatMap(type -> path
                                .apply(type)
                                .or(() -> Optional.ofNullable(type.getAnnotation(ServerEndpoint.class))
                                        .map(ServerEndpoint::value))
                                .map(where -> new EndpointClass(type, where))
                                .stream())
                        .sorted(Comparator.comparing(EndpointClass::template, PathTemplate.MORE_EXACT_FIRST)
                                .thenComparing(EndpointClass::path))
                        .toList(),
                base);
    }

    private boolean isGotalk(EndpointClass endpoint) {
        return base.isAssignableFrom(endpoint.type());
    }

    /** Those that Gotalk serves. */
    public List<EndpointClass> served() {
        return all.stream().filter(this::isGotalk).toList();
    }

    /** The endpoint that Gotalk serves at a path; empty where there is none, or one of the container. */
    Optional<Match> at(String path) {
        for (EndpointClass endpoint : all) {
            Optional<Map<String, String>> parameters = endpoint.template().match(path);
            if (parameters.isPresent()) {
                return parameters.filter(found -> isGotalk(endpoint)).map(found -> new Match(endpoint, found));
            }
        }
        return Optional.empty();
    }

    /** An endpoint, and the values of the names in its path. */
    record Match(EndpointClass endpoint, Map<String, String> parameters) {}
}
