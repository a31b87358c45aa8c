package org.gotalk.demo.peer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** How a {@link RawClient} comes to its server: where, offering what, as a page of which origin. */
public final class Handshake {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    private final URI application;
    private String path;
    private boolean isDeaf;

    private Handshake(URI application, String path) {
        this.application = application;
        this.path = path;
    }

    /** In our own framing, whose WebSocket messages are pieces of one stream of bytes. */
    public static Handshake packed(URI application) {
        return new Handshake(application, "gotalk").subprotocols("gotalk.v1");
    }

    /** In the reference's framing, with a WebSocket message for each header and each payload; offers no subprotocol. */
    public static Handshake reference(URI application) {
        return new Handshake(application, "gotalk/");
    }

    /** At another path, which may have a query. */
    public Handshake path(String newPath) {
        path = newPath;
        return this;
    }

    /** Offers these and no others. */
    public Handshake subprotocols(String most, String... lesser) {
        builder.subprotocols(most, lesser);
        return this;
    }

    /** As a page of this origin. */
    public Handshake origin(String origin) {
        builder.header("Origin", origin);
        return this;
    }

    /** One that never reads what the server sends. */
    public Handshake deaf() {
        isDeaf = true;
        return this;
    }

    /** Opens the WebSocket, on which nothing is said yet; fails as the JDK's client does when the server refuses. */
    public RawClient open() throws Exception {
        Hearing hearing = new Hearing(isDeaf);
        URI endpoint = URI.create(application.resolve(path).toString().replaceFirst("^http", "ws"));
        return new RawClient(
                builder.buildAsync(endpoint, hearing).get(Hearing.LONGEST_SECONDS, TimeUnit.SECONDS), hearing);
    }

    /** Opens the WebSocket; both sides say their versions. */
    public RawClient connect() throws Exception {
        return open().says("01").hears("01");
    }

    /** The HTTP status with which the server refuses to open the WebSocket. */
    public int refusal() throws Exception {
        try {
            open().close();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
        throw new AssertionError("the server opened a WebSocket");
    }
}
