package org.gotalk.demo.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.Gotalk;

/** Connections to one server, made by our own client. */
public final class Clients implements AutoCloseable {

    private static final ConnectOptions OPTIONS = ConnectOptions.defaults().timeout(Duration.ofSeconds(20));

    private final URI application;
    private final Gotalk gotalk;

    /**
     * No connection yet.
     *
     * @param application address of the web application, whose endpoint is at its {@code gotalk}
     */
    public Clients(URI application, Limits limits) {
        this.application = application;
        gotalk = Gotalk.builder().limits(limits).build();
    }

    /** A new connection, which speaks {@code gotalk.v1}. */
    public Sock connect() {
        return connect("gotalk");
    }

    /** The same, to another endpoint of the application. */
    public Sock connect(String path) {
        return gotalk.connect(endpoint(application, path), OPTIONS);
    }

    /** The same, with a handshake of one's own. */
    public Sock connect(String path, ConnectOptions options) {
        return gotalk.connect(endpoint(application, path), options);
    }

    /** The same, of a user who signs in with the handshake. */
    public Sock connectAs(String user, String password) {
        return connectAs(user, password, "gotalk");
    }

    /** The same, to another endpoint of the application. */
    public Sock connectAs(String user, String password, String path) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return gotalk.connect(endpoint(application, path), OPTIONS.header("Authorization", "Basic " + credentials));
    }

    /** The address of an endpoint of an application. */
    public static String endpoint(URI application, String path) {
        return application.resolve(path).toString().replaceFirst("^http", "ws");
    }

    /** Ends all connections, and waits until they have ended. */
    @Override
    public void close() {
        gotalk.close();
    }
}
