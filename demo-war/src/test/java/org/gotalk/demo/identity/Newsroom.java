package org.gotalk.demo.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.gotalk.cdi.Operation;

/** As the documentation shows it. */
@Stateless
@RolesAllowed("readers")
public class Newsroom {

    @Resource
    SessionContext session;

    @Operation
    public String subscribe() {
        return session.getCallerPrincipal().getName() + " subscribed";
    }

    @Operation
    @RolesAllowed("editors")
    public String publish(String article) {
        return article + ", by " + session.getCallerPrincipal().getName();
    }
}
