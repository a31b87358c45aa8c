package org.gotalk.jakarta;

import java.lang.ref.WeakReference;
import org.gotalk.Handlers;
import org.gotalk.spi.Application;

/** Leaves a trace that does not hold it. */
public final class TracedApplication implements Application {

    @Override
    public Handlers handlers() {
        Traces.of(Traces.LOADERS).add(new WeakReference<>(TracedApplication.class.getClassLoader()));
        return Handlers.create();
    }
}
