package org.gotalk.internal.engine.inbound;

import java.util.function.BooleanSupplier;
import org.gotalk.internal.concurrent.Scheduler;
import org.gotalk.internal.engine.shared.EngineSettings;

/**
 * What the application does with a connection before the peer's requests run. While it asks the peer something itself,
 * the peer may have to request something first: it is served if the application has chosen the handlers of the peer,
 * and otherwise refused after a while, since those in force may be more than it is to get.
 */
final class Opening {

    private final EngineSettings settings;
    private final BooleanSupplier handlersAreChosen;
    private final Runnable open;
    private final Runnable refuse;

    /**
     * Nothing was asked yet.
     *
     * @param open lets requests run
     * @param refuse refuses requests until they may run
     */
    Opening(EngineSettings settings, BooleanSupplier handlersAreChosen, Runnable open, Runnable refuse) {
        this.settings = settings;
        this.handlersAreChosen = handlersAreChosen;
        this.open = open;
        this.refuse = refuse;
    }

    /** The application asks the peer something; returns what is to be run when it has answered. */
    Runnable asksPeer() {
        if (handlersAreChosen.getAsBoolean()) {
            open.run();
            return () -> {};
        }
        Scheduler.Cancellable refusal =
                settings.scheduler().schedule(refuse, settings.limits().readPause());
        return refusal::cancel;
    }
}
