package org.gotalk.bench.war;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.LockSupport;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.Operation;

/** Gotalk's side of the comparison: methods of a bean, on the managed executor. */
@ApplicationScoped
public class BenchOperations {

    private static final long WAIT_NANOS = 100_000_000;
    private static final int LARGE = 16 * 1024;

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

    /** The same bytes after 100 ms, for which it holds its thread, as one does that waits for a database. */
    @Operation("wait")
    public byte[] waiting(byte[] payload) {
        long end = System.nanoTime() + WAIT_NANOS;
        for (long left = WAIT_NANOS; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left); // may end early
        }
        return payload;
    }

    /** 16 KiB. */
    @Operation("large")
    public byte[] large() {
        return new byte[LARGE];
    }

    /** The same parts, one by one. */
    @Operation("send back")
    public void sendBack(StreamRequest request, StreamResult result) {
        request.parts().forEach(result::write);
    }

    /** The same object, from JSON and to JSON. */
    @Operation("item")
    public Item item(Item item) {
        return item;
    }
}
