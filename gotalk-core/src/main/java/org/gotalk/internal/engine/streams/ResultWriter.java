package org.gotalk.internal.engine.streams;

import java.util.function.Supplier;
import org.gotalk.GotalkException;
import org.gotalk.StreamResult;
import org.gotalk.internal.engine.outbound.Lane;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.EngineSettings;

/** Writes the parts of a result. */
final class ResultWriter extends PartsWriter implements StreamResult {

    ResultWriter(Lane lane, Outbox outbox, EngineSettings settings, Supplier<GotalkException> whenClosed) {
        super(lane, outbox, settings, whenClosed);
    }

    /**
     * The result ends with the operation and not with its output stream: a try-with-resources block also closes it on
     * failure, and the peer must not take a partial result for the whole.
     */
    @Override
    void bytesClosed() {}
}
