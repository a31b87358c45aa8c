package org.gotalk.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.Remote;

/** Beans of an application that listens, and has a connection of its own. */
final class NetworkedBeans {

    private NetworkedBeans() {}

    /** Passes requests on, and leaves a trace that does not hold it. */
    @ApplicationScoped
    static class Middleman {

        @Inject
        @Remote("observer")
        Sock observer;

        @Operation("pass on")
        byte[] passOn(byte[] payload) {
            Traces.of(Traces.LOADERS).add(new WeakReference<>(Middleman.class.getClassLoader()));
            return observer.request("echo", payload, byte[].class);
        }
    }
}
