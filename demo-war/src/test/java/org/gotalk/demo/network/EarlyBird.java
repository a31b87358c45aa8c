package org.gotalk.demo.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.Remote;

/** Uses its connection as early as a bean can. */
@ApplicationScoped
public class EarlyBird {

    @Inject
    @Remote("stock")
    Sock stock;

    private String early = "nothing";

    void begin(@Observes @Initialized(ApplicationScoped.class) Object context) {
        try {
            early = "sent: " + stock.tryNotify("early", context.getClass().getSimpleName());
        } catch (IllegalStateException e) {
            early = e.getMessage();
        }
    }

    /** What came of it. */
    @Operation("what came of it")
    public String whatCameOfIt() {
        return early;
    }
}
