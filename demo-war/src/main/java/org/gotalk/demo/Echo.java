package org.gotalk.demo;

import jakarta.enterprise.context.ApplicationScoped;
import org.gotalk.cdi.Operation;

/** Answers with what it was asked. For first attempts from a console. */
@ApplicationScoped
public class Echo {

    /** Takes any payload, JSON or not, and sends the same bytes back. */
    @Operation("echo")
    public byte[] echo(byte[] payload) {
        return payload;
    }
}
