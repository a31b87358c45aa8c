package org.gotalk.internal.engine.streams;

import java.util.function.Supplier;
import org.gotalk.GotalkException;
import org.gotalk.internal.engine.outbound.Lane;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.EngineSettings;

/** Writes the parts of a request. */
final class RequestWriter extends PartsWriter {

    private final Runnable whenClosed;

    RequestWriter(
            Lane lane, Outbox outbox, EngineSettings settings, Supplier<GotalkException> closed, Runnable whenClosed) {
        super(lane, outbox, settings, closed);
        this.whenClosed = whenClosed;
    }

    @Override
    public void close() {
        super.close();
        whenClosed.run();
    }
}
