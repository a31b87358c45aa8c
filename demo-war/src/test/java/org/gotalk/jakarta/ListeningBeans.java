package org.gotalk.jakarta;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Principal;
import java.util.List;
import org.gotalk.Sock;
import org.gotalk.cdi.HandlerSet;
import org.gotalk.cdi.Operation;
import org.gotalk.net.Gotalk;

/** Beans of an application that listens at several addresses. */
final class ListeningBeans {

    private ListeningBeans() {}

    /** Tells where that is, since ports may be chosen by the system. */
    @ApplicationScoped
    static class Doors {

        @Inject
        Gotalk gotalk;

        @Operation
        List<String> doors() {
            return gotalk.listeners().stream()
                    .map(listener -> listener.address().toString())
                    .toList();
        }
    }

    /** Knows its peers by their certificates. */
    @ApplicationScoped
    static class Guard {

        @Operation
        String who(Sock asking) {
            return asking.peer().principal().map(Principal::getName).orElse("nobody");
        }
    }

    /** For those who have signed in with a role, which nobody can here. */
    @ApplicationScoped
    @RolesAllowed("guards")
    static class Safe {

        @Operation("open the safe")
        String open() {
            return "open";
        }
    }

    /** Works in parts. */
    @ApplicationScoped
    static class Copier {

        @Operation
        void copy(InputStream in, OutputStream out) throws IOException {
            in.transferTo(out);
        }
    }

    /** Serves at one address alone. */
    @ApplicationScoped
    @HandlerSet("back")
    static class BackDoor {

        @Operation
        String knock() {
            return "at the back";
        }
    }
}
