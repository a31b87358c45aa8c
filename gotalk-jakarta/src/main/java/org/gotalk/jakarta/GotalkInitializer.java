package org.gotalk.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gotalk.jakarta.internal.config.InvalidSettings;
import org.gotalk.jakarta.internal.config.Settings;
import org.gotalk.jakarta.internal.config.Sources;
import org.gotalk.jakarta.internal.endpoint.EndpointClasses;
import org.gotalk.jakarta.internal.script.ReaderPolicy;
import org.gotalk.jakarta.internal.script.ScriptServlet;
import org.gotalk.jakarta.internal.signin.SessionConnections;
import org.gotalk.jakarta.internal.signin.SessionEnds;
import org.gotalk.jakarta.internal.signin.SignOutFilter;
import org.gotalk.jakarta.internal.websocket.AuthenticatedGate;
import org.gotalk.jakarta.internal.websocket.HandshakeGate;
import org.gotalk.jakarta.internal.websocket.StatusServlet;
import org.gotalk.spi.Application;
import org.jspecify.annotations.Nullable;

/**
 * Adds Gotalk to a web application with this jar in WEB-INF/lib. The container finds it as a service; no configuration
 * is needed.
 */
@HandlesTypes({EndpointPath.class, ServerEndpoint.class})
public final class GotalkInitializer implements ServletContainerInitializer {

    private static final String NAME = "org.gotalk";

    /** Called by the container. */
    public GotalkInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> annotated, ServletContext context) throws ServletException {
        context.setAttribute(Application.class.getName(), NAME); // gotalk-cdi warns where it is not
        try {
            EndpointClasses classes = DeclaredEndpoints.among(annotated == null ? Set.of() : annotated);
            Settings settings = Settings.from(Sources.of(context), DeclaredEndpoints.paths(classes));
            HandshakeGate gate = new HandshakeGate(settings.origins(), settings.trustedProxies());
            // Pages that may connect may also read what they connect with.
            addScripts(context, settings.paths(), (origin, request) -> gate.permits(request));
            addGate(context, "handshake", gate, settings.paths());
            addGate(context, "authenticated", new AuthenticatedGate(), withStatus(settings.authenticatedPaths()));
            addStatus(context, gate, settings.paths());
            addSignOut(context, gate.sessions());
            DeclaredEndpoints endpoints = DeclaredEndpoints.of(classes, settings, gate);
            if (endpoints.areThere()) {
                addFilter(context, "endpoints", endpoints.filter(), "/*");
            }
            context.addListener(new GotalkListener(settings, gate, endpoints));
        } catch (InvalidSettings e) {
            // Some containers only log an initializer's exception and start the application. A failing listener stops
            // it.
            context.addListener(new FailingListener(e));
        }
    }

    private static void addScripts(ServletContext context, List<String> paths, ReaderPolicy readers)
            throws ServletException {
        try {
            ScriptServlet servlet = ScriptServlet.below(paths, readers);
            ServletRegistration.Dynamic scripts = context.addServlet(NAME + ".scripts", servlet);
            scripts.addMapping(servlet.mappings());
            scripts.setAsyncSupported(true);
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    private static void addStatus(ServletContext context, HandshakeGate gate, List<String> paths) {
        ServletRegistration.Dynamic status = context.addServlet(NAME + ".status", new StatusServlet(gate));
        status.addMapping(
                paths.stream().map(path -> path + "/" + StatusServlet.NAME).toArray(String[]::new));
        status.setAsyncSupported(true);
    }

    /** Closes the connections of users who sign out. */
    private static void addSignOut(ServletContext context, SessionConnections sessions) {
        context.addListener(new SessionEnds(sessions));
        addFilter(context, "sign-out", new SignOutFilter(sessions), "/*");
    }

    /** The status answers as the endpoint does, because it tells pages why their handshakes fail. */
    private static List<String> withStatus(List<String> paths) {
        return paths.stream()
                .flatMap(path -> Stream.of(path, path + "/" + StatusServlet.NAME))
                .toList();
    }

    /** Adds the filter before all others: some containers handle WebSocket handshakes in a filter. */
    private static void addGate(ServletContext context, String name, Filter gate, List<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        addFilter(
                context,
                name,
                gate,
                paths.stream().flatMap(path -> Stream.of(path, path + "/")).toArray(String[]::new));
    }

    private static void addFilter(ServletContext context, String name, Filter filter, String... patterns) {
        FilterRegistration.Dynamic added = context.addFilter(NAME + "." + name, filter);
        added.setAsyncSupported(true);
        added.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, patterns);
    }
}
