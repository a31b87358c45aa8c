package org.gotalk.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import org.gotalk.cdi.Operation;

/** One operation, whatever it is packaged in. */
@ApplicationScoped
public class PackagedBean {

    @Operation
    public String packaged() {
        return "well";
    }
}
