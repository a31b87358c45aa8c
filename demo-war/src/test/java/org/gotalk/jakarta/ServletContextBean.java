package org.gotalk.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import org.gotalk.cdi.Operation;

/** Uses a request scoped bean of the server. */
@ApplicationScoped
public class ServletContextBean {

    @Inject
    ServletContext servlets;

    @Operation
    public String path() {
        return servlets.getContextPath();
    }
}
