package org.gotalk.jakarta;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.gotalk.spi.Application;

/** Finds the {@link Application} of the web application. */
final class ApplicationLookup {

    private static final String FILE = "META-INF/services/" + Application.class.getName();

    private ApplicationLookup() {}

    /**
     * The one application that this class loader provides.
     *
     * @throws IllegalStateException if there is none or more than one; the message names the remedy
     */
    static Application find(ClassLoader loader) {
        List<Application> found;
        try {
            found = ServiceLoader.load(Application.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException("Gotalk cannot start: " + FILE + " is wrong: " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("Gotalk cannot start: there is nothing to serve. Add gotalk-cdi to"
                    + " WEB-INF/lib and annotate methods of beans with @Operation, or name a class that implements "
                    + Application.class.getName() + " in " + FILE);
        }
        if (found.size() > 1) {
            throw new IllegalStateException("Gotalk cannot start: a web application serves one "
                    + Application.class.getName() + ", but there are " + found.size() + ": "
                    + found.stream().map(each -> each.getClass().getName()).toList() + ". Keep one of them in " + FILE
                    + "; that of gotalk-cdi serves beans");
        }
        return found.get(0);
    }
}
