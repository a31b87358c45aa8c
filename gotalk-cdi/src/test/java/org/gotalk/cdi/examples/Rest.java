package org.gotalk.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.cdi.MessageName;
import org.gotalk.cdi.Notification;
import org.gotalk.cdi.Operation;

@ApplicationScoped
public class Rest {

    private static final Logger LOG = System.getLogger(Rest.class.getName());

    @Operation(fallback = true)
    public byte[] unknown(@MessageName String operation, byte[] payload) {
        throw new OperationException(operation + " comes with the next version");
    }

    @Notification(fallback = true)
    public void unheard(@MessageName String name, Sock peer) {
        LOG.log(Level.INFO, "{0} says {1}, which nobody takes", peer, name);
    }
}
