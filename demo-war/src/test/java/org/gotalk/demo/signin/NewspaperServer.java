package org.gotalk.demo.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gotalk.demo.server.RestartableServer;
import org.gotalk.jakarta.Archives;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A server that knows users, with an application that they sign in to. */
final class NewspaperServer {

    private static final Path FILES = Path.of("src", "test", "signin");
    private static final Path USERS = Path.of("src", "test", "identity", "users.xml");

    private NewspaperServer() {}

    /** Not started yet. */
    static RestartableServer named(String name) throws IOException {
        WebArchive application = Archives.servingBeans(Newspaper.class, SignOut.class)
                .setWebXML(FILES.resolve("web.xml").toFile());
        for (String page : List.of("sign-in.html", "signed-out.html", "newspaper.html", "newspaper.js")) {
            application.addAsWebResource(FILES.resolve(page).toFile(), page);
        }
        return RestartableServer.of(name, application).configuredBy(USERS).configuredBy(FILES.resolve("sessions.xml"));
    }
}
