package org.gotalk.cdi.elsewhere;

import org.gotalk.cdi.Operation;

/** Its method can be called in this package alone. */
public class HidesItsMethod {
    @Operation
    void op() {}
}
