package org.gotalk.demo;

import jakarta.enterprise.context.ApplicationScoped;
import org.gotalk.cdi.Operation;

/** Answers with nothing. The page measures how long that takes. */
@ApplicationScoped
public class Ping {

    /** Takes nothing and gives nothing: two of the smallest messages there are. */
    @Operation("ping")
    public void ping() {
        // The answer is all that is asked for.
    }
}
