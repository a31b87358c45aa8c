package org.gotalk.servers;

import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The application of the checks, deployed for one class of tests, and clients of it. */
final class KitApplication implements BeforeAllCallback, AfterAllCallback {

    private final Gotalk clients = Gotalk.builder().build();
    private final Supplier<WebArchive> archive;
    private final String path;
    private String name = "";
    private URI address = URI.create("");

    KitApplication() {
        this(KitArchive::create, "gotalk");
    }

    /**
     * Another application.
     *
     * @param path of an endpoint that is for everybody: the application is there when it is
     */
    KitApplication(Supplier<WebArchive> archive, String path) {
        this.archive = archive;
        this.path = path;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        name = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
        address = RunningServer.shared().deploy(name, archive.get(), path);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        clients.close();
        RunningServer.shared().undeploy(name, path);
    }

    /** Where it is; ends with a slash. */
    URI address() {
        return address;
    }

    String endpoint() {
        return address.resolve("gotalk").toString().replaceFirst("^http", "ws");
    }

    /** A connection that speaks our own framing. */
    Sock connect() {
        return clients.connect(endpoint());
    }

    /** A connection to another endpoint, with these handlers of the client. */
    Sock connect(String path, ConnectOptions options) {
        return clients.connect(address.resolve(path).toString().replaceFirst("^http", "ws"), options);
    }

    Sock connect(ConnectOptions options) {
        return clients.connect(endpoint(), options);
    }
}
