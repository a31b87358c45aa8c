package org.gotalk.demo.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;

/** Whom the container takes this thread's work to be for. */
@ApplicationScoped
public class Caller {

    @Inject
    SecurityContext security;

    /** The user's name. */
    public String name() {
        Principal principal = security.getCallerPrincipal();
        return principal == null ? "nobody" : principal.getName();
    }

    /** The user's name, and whether it is an editor. */
    public String nameAndRole() {
        return name() + (security.isCallerInRole("editors") ? ", an editor" : "");
    }
}
