package org.gotalk.demo.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gotalk.OperationException;
import org.gotalk.cdi.Operation;

/** As the documentation shows it. */
@ApplicationScoped
public class Letters {

    @Inject
    SecurityContext security;

    private final Queue<String> letters = new ConcurrentLinkedQueue<>();

    @Operation
    public void write(String letter) {
        letters.add(security.getCallerPrincipal().getName() + ": " + letter);
    }

    @Operation
    public List<String> letters() {
        if (!security.isCallerInRole("editors")) {
            throw new OperationException("letters are for editors");
        }
        return List.copyOf(letters);
    }
}
