package org.gotalk.bench.war;

import jakarta.enterprise.context.ApplicationScoped;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.Operation;

/** Gotalk's side of the comparison: methods of a bean, on the managed executor. */
@ApplicationScoped
public class BenchOperations {

    /** The same bytes. */
    @Operation("echo")
    public byte[] echo(byte[] payload) {
        return payload;
    }

    /** The same bytes, on the thread that reads. */
    @NonBlocking
    @Operation("echo now")
    public byte[] echoNow(byte[] payload) {
        return payload;
    }

    /** The same object, from JSON and to JSON. */
    @Operation("item")
    public Item item(Item item) {
        return item;
    }
}
