package org.gotalk.demo.token;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;

/** What users of tokens may call. */
@ApplicationScoped
public class Archive {

    /** Who is calling. */
    @Operation
    public String who(Sock sock) {
        return sock.peer().identity().orElseThrow().name();
    }

    /** Only one group may. */
    @Operation
    @RolesAllowed("editors")
    public String erase(String article) {
        return "erased " + article;
    }
}
