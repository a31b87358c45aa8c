package org.gotalk.jakarta;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.spi.Application;

/** Tells of its ends where an observer in another application can hear it. */
public final class PassingApplication implements Application {

    /** Found at the start: at the end Arquillian has deleted the archive, and no class can be loaded any more. */
    private final Queue<Object> ends = Traces.of(Traces.ENDS);

    @Override
    public Handlers handlers() {
        return Handlers.create()
                .handleBuffer("echo", (peer, name, payload) -> CompletableFuture.completedFuture(payload));
    }

    @Override
    public void closed(Sock sock, CloseReason reason) {
        ends.add(reason.code().name());
    }
}
