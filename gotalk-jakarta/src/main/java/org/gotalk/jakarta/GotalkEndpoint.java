package org.gotalk.jakarta;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import java.io.IOException;
import org.gotalk.CloseReason;
import org.gotalk.Sock;

/**
 * An endpoint of an application's own, at a path that may have parameters. It adds to the endpoint at {@code
 * gotalk.path}, which is there without any class:
 *
 * <pre>{@code
 * @EndpointPath("/rooms/{id}/talk")
 * public class Talk extends GotalkEndpoint {
 *
 *     @Override
 *     public void opened(Sock peer) {
 *         String room = peer.peer().handshake().pathParameters().get("id");
 *         …
 *     }
 * }
 * }</pre>
 *
 * <p>The class is public and has a public constructor without parameters. There is an object for each connection, which
 * with gotalk-cdi has beans injected; where it cannot be created, the connection is closed with 1011. With {@link
 * jakarta.websocket.server.ServerEndpoint} instead, that annotation has a path and nothing else.
 *
 * <p>Peers are served by the default handlers, unless {@link #opened} chooses others with {@link Sock#serve}. All settings
 * of handshakes apply, such as {@code gotalk.allowed-origins}; {@code gotalk.authenticated} takes the path as the
 * annotation has it.
 */
public abstract class GotalkEndpoint {

    /** Called by subclasses. */
    protected GotalkEndpoint() {}

    /**
     * The connection with a peer has begun, and the application's observers have been told. No request of the peer is
     * handled before this returns. May block; an exception is logged.
     */
    public void opened(Sock peer) {}

    /** A connection that had been {@linkplain #opened opened} has closed. Requests may still run. */
    public void closed(Sock peer, CloseReason reason) {}

    /**
     * Called by the container for a handshake that came past Gotalk's filter; refuses it, since nothing has been
     * checked.
     */
    @OnOpen
    public final void refuse(Session session) throws IOException {
        session.close(new jakarta.websocket.CloseReason(
                CloseCodes.UNEXPECTED_CONDITION, "this handshake came past Gotalk's filter"));
    }
}
