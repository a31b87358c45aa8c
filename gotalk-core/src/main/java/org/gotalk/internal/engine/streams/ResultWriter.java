package org.gotalk.internal.engine.streams;

import java.util.function.Supplier;
import org.gotalk.GotalkException;
import org.gotalk.StreamResult;
import org.gotalk.internal.engine.outbound.Lane;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.EngineSettings;

/** The parts of an answer. */
final class ResultWriter extends PartsWriter implements StreamResult {

    ResultWriter(Lane lane, Outbox outbox, EngineSettings settings, Supplier<GotalkException> whenClosed) {
        super(lane, outbox, settings, whenClosed);
    }

    /**
     * The answer does not end with its bytes, but with its operation: a try block closes its stream also when it fails,
     * and the peer must not take a part of the answer for the whole.
     */
    @Override
    void bytesClosed() {}
}
