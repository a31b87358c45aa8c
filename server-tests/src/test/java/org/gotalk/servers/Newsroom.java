package org.gotalk.servers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.gotalk.Sock;
import org.gotalk.cdi.Authenticated;
import org.gotalk.cdi.HandlerSet;
import org.gotalk.cdi.Operation;

/** What not everybody may do. */
@ApplicationScoped
public class Newsroom {

    /** For some users. */
    @Operation
    @RolesAllowed("editors")
    public String publish(String news) {
        return news + "!";
    }

    /** For all users. */
    @Operation("who am I")
    @Authenticated
    public String whoAmI(Sock peer) {
        return peer.peer().identity().orElseThrow().name();
    }

    /** The same beans at another endpoint. */
    @ApplicationScoped
    @HandlerSet(value = "everybody", overDefault = true)
    public static class Foyer {}
}
