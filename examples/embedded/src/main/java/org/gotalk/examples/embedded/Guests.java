package org.gotalk.examples.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Operation;

/** What the page may ask. */
@ApplicationScoped
public class Guests {

    @Inject
    OpenSocks everybody;

    /** Greets, and tells all pages who has come. */
    @Operation
    public String greet(String name) {
        everybody.broadcast("came", name);
        return "Hello " + name + ", there are " + everybody.size() + " of us";
    }
}
