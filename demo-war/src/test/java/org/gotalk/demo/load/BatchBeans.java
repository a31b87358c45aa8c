package org.gotalk.demo.load;

import jakarta.enterprise.context.ApplicationScoped;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.Operation;

/** The same operation on either kind of thread. */
@ApplicationScoped
public class BatchBeans {

    @NonBlocking
    @Operation("here")
    public byte[] here(byte[] bytes) {
        return bytes;
    }

    @Operation("executor")
    public byte[] executor(byte[] bytes) {
        return bytes;
    }
}
