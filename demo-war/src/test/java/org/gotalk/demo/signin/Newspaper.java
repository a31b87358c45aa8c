package org.gotalk.demo.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.OperationException;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Operation;

/** What readers and editors do on a page that they have signed in for. */
@ApplicationScoped
public class Newspaper {

    @Inject
    SecurityContext security;

    @Inject
    OpenSocks everybody;

    /** Who is calling. */
    @Operation
    public String who() {
        return security.getCallerPrincipal().getName();
    }

    /** Shows an article to all readers. */
    @Operation
    public void publish(String article) {
        expectEditor();
        everybody.broadcast("article", article);
    }

    /** Ends all connections of a reader, who is told why. */
    @Operation
    public void expel(String reader) {
        expectEditor();
        everybody.ofUser(reader).close(CloseReason.of(Code.KICKED, "an editor has expelled you"));
    }

    private void expectEditor() {
        if (!security.isCallerInRole("editors")) {
            throw new OperationException("this is for editors");
        }
    }
}
