package org.gotalk.jakarta;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import org.gotalk.Application;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;

/** Leaves a trace that does not hold it, where an observer in another application can find it. */
public final class PassingApplication implements Application {

    @Override
    public Handlers handlers() {
        Traces.of(Traces.LOADERS).add(new WeakReference<>(PassingApplication.class.getClassLoader()));
        return Handlers.create()
                .handleBuffer("echo", (peer, name, payload) -> CompletableFuture.completedFuture(payload));
    }

    @Override
    public void closed(Sock sock, CloseReason reason) {
        Traces.of(Traces.ENDS).add(reason.code().name());
    }
}
