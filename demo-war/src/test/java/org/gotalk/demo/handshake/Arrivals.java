package org.gotalk.demo.handshake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.gotalk.Handshake;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;

/** Tells how its peer has come. */
@ApplicationScoped
public class Arrivals {

    @Inject
    HttpSession session;

    @Operation
    public Map<String, String> arrival(Sock sock) {
        Handshake handshake = sock.peer().handshake();
        return Map.of(
                "path", handshake.path(),
                "language", handshake.header("accept-language").orElse(""),
                "headers", handshake.headers().keySet().toString(),
                "cookies", handshake.cookies().toString(),
                "session", handshake.sessionId().orElse(""),
                "cart", handshake.attribute("cart", String.class).orElse(""),
                "attributes", handshake.attributes().keySet().toString());
    }

    /** There is no HTTP request now. */
    @Operation
    public String cart() {
        return String.valueOf(session.getAttribute("cart"));
    }
}
