package org.gotalk.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gotalk.Handlers;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.cdi.HandlerSet;
import org.gotalk.cdi.Operation;

@ApplicationScoped
public class Door {

    @Inject
    Sock sock;

    @Inject
    Handlers everybody;

    @Inject
    @HandlerSet("members")
    Handlers members;

    @Operation("sign in")
    public void signIn(String password) {
        if (!password.equals("sesame")) {
            throw new OperationException("wrong password");
        }
        sock.serve(members);
    }

    @Operation("sign out")
    public void signOut() {
        sock.serve(everybody);
    }
}
