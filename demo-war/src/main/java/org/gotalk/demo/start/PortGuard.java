package org.gotalk.demo.start;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Stops the server when its port is taken. Open Liberty starts applications before it opens its port, and does not stop
 * when that fails: whoever started the demo would talk to another program.
 *
 * <p>Works only where the server's configuration sets {@code demo.port} and {@code demo.host}, as the demo's own does.
 */
@WebListener
public final class PortGuard implements ServletContextListener {

    /** Set for the rest of this JVM: when the application is started again, the port is in use by its own server. */
    private static final String CHECKED = PortGuard.class.getName() + ".checked";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            ConfiguredPort.find()
                    .filter(port -> System.setProperty(CHECKED, "true") == null)
                    .flatMap(Port::problem)
                    .ifPresent(PortGuard::stop);
        } catch (NoClassDefFoundError | IllegalStateException none) {
            // The server has no MicroProfile Config, and so no setting.
        }
    }

    private static void stop(String problem) {
        System.err.println(problem);
        System.err.flush();
        // An orderly exit waits for all applications to have started, and this one waits here: 30 s until a timeout.
        Runtime.getRuntime().halt(1);
    }
}
