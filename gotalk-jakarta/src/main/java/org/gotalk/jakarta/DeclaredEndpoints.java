package org.gotalk.jakarta;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gotalk.Handlers;
import org.gotalk.jakarta.internal.config.Settings;
import org.gotalk.jakarta.internal.endpoint.ContainerUpgrade;
import org.gotalk.jakarta.internal.endpoint.EndpointClass;
import org.gotalk.jakarta.internal.endpoint.EndpointClasses;
import org.gotalk.jakarta.internal.endpoint.EndpointFilter;
import org.gotalk.jakarta.internal.websocket.GotalkServer;
import org.gotalk.jakarta.internal.websocket.HandshakeGate;

/** The classes of the application that extend {@link GotalkEndpoint}, and the filter that takes their handshakes. */
record DeclaredEndpoints(EndpointClasses classes, EndpointFilter filter, HandshakeGate gate) {

    private static final String INSIDE = "/gotalk-endpoints/";

    static DeclaredEndpoints of(EndpointClasses classes, Settings settings, HandshakeGate gate) {
        Set<String> others = settings.paths().stream()
                .flatMap(path -> Stream.of(path, path + "/"))
                .collect(Collectors.toUnmodifiableSet());
        return new DeclaredEndpoints(
                classes, new EndpointFilter(classes, others, settings.authenticated(), gate), gate);
    }

    static EndpointClasses among(Set<Class<?>> annotated) {
        return EndpointClasses.among(
                annotated,
                GotalkEndpoint.class,
                type -> Optional.ofNullable(type.getAnnotation(EndpointPath.class))
                        .map(EndpointPath::value));
    }

    /** Where they are. */
    static Set<String> paths(EndpointClasses classes) {
        return classes.served().stream().map(EndpointClass::path).collect(Collectors.toUnmodifiableSet());
    }

    boolean areThere() {
        return !classes.served().isEmpty();
    }

    /**
     * Opens them.
     *
     * <p>Each is registered once more, at a path that the gate lets nobody in at: some containers upgrade to what is at the
     * path of the configuration they are given, and not to what it describes.
     *
     * @param handlers the handlers that serve the peers of a path
     * @param events creates the objects, and tells them of their connections
     * @throws IllegalStateException if one has something that Gotalk would pass over
     * @throws DeploymentException if the container does not accept one
     */
    void open(
            GotalkServer server, ServerContainer container, Function<String, Handlers> handlers, EndpointEvents events)
            throws DeploymentException {
        Map<String, ServerEndpointConfig> configs = new HashMap<>();
        for (EndpointClass endpoint : classes.served()) {
            endpoint.check();
            configs.put(
                    endpoint.path(),
                    server.listen(container, INSIDE + configs.size(), handlers.apply(endpoint.path())));
        }
        ContainerUpgrade upgrade = ContainerUpgrade.of(container);
        filter.open((endpoint, request, response) -> {
            Class<? extends GotalkEndpoint> type = endpoint.type().asSubclass(GotalkEndpoint.class);
            gate.prepare(sock -> events.tell(sock, events.create(type)));
            upgrade(upgrade, Objects.requireNonNull(configs.get(endpoint.path())), request, response);
        });
    }

    private static void upgrade(
            ContainerUpgrade upgrade,
            ServerEndpointConfig config,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        try {
            upgrade.upgrade(request, response, config);
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }
}
