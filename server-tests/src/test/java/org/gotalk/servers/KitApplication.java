package org.gotalk.servers;

import java.net.URI;
import java.util.Locale;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The application of the checks, deployed for one class of tests, and clients of it. */
final class KitApplication implements BeforeAllCallback, AfterAllCallback {

    private final Gotalk clients = Gotalk.builder().build();
    private String name = "";
    private URI address = URI.create("");

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        name = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
        address = RunningServer.shared().deploy(name, KitArchive.create());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        clients.close();
        RunningServer.shared().undeploy(name);
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
