package org.gotalk.engine;

import java.util.function.Supplier;
import org.gotalk.GotalkException;
import org.gotalk.StreamResult;

/** The parts of an answer. */
final class ResultWriter extends PartsWriter implements StreamResult {

    ResultWriter(Lane lane, Outbox outbox, Settings settings, Supplier<GotalkException> whenClosed) {
        super(lane, outbox, settings, whenClosed);
    }

    /**
     * The answer does not end with its bytes, but with its operation: a try block closes its stream also when it fails,
     * and the peer must not take a part of the answer for the whole.
     */
    @Override
    void bytesClosed() {}
}
