package org.gotalk.cdi.internal.deployment;

import static org.gotalk.cdi.internal.scope.CdiLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.List;
import org.gotalk.cdi.internal.method.MarkedMethod;
import org.gotalk.spi.Application;

/**
 * Warns of a web application with operations that nothing serves: gotalk-jakarta is missing, or is where the server does
 * not look for it. Created by the container.
 */
public final class EndpointCheck implements SyntheticObserver<Object> {

    private static final String METHODS = "methods";
    private static final int MAX_NAMED = 3;
    private static final String SERVER = "org.gotalk.jakarta.GotalkInitializer";

    /** For the container. */
    public EndpointCheck() {}

    static void addTo(SyntheticComponents components, List<MarkedMethod> methods) {
        if (!methods.isEmpty()) {
            components
                    .addObserver(Object.class)
                    .qualifier(Initialized.Literal.of(ApplicationScoped.class))
                    .withParam(
                            METHODS,
                            methods.stream().map(MarkedMethod::toString).toArray(String[]::new))
                    .observeWith(EndpointCheck.class);
        }
    }

    @Override
    public void observe(EventContext<Object> event, Parameters parameters) {
        String[] methods = parameters.get(METHODS, String[].class);
        if (isUnservedWeb(event.getEvent())) {
            List<String> named = List.of(methods).subList(0, Math.min(MAX_NAMED, methods.length));
            LOG.log(
                    Level.WARNING,
                    "this web application has {0} methods of Gotalk, such as {1}, but no endpoint that serves them:"
                            + " unless it serves them itself, put gotalk-jakarta and gotalk-cdi into its WEB-INF/lib"
                            + " (docs/packaging.md)",
                    methods.length,
                    named);
        }
    }

    /** Containers without servlets have events of other types. */
    private static boolean isUnservedWeb(Object event) {
        try {
            return event instanceof ServletContext context
                    && context.getAttribute(Application.class.getName()) == null
                    && !isAboutToBeServed(context.getClassLoader());
        } catch (NoClassDefFoundError noServlets) {
            return false;
        }
    }

    /** Weld in a servlet container may start before gotalk-jakarta, which is then in the application's own jars. */
    private static boolean isAboutToBeServed(ClassLoader application) {
        try {
            return Class.forName(SERVER, false, application).getClassLoader() == application;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
