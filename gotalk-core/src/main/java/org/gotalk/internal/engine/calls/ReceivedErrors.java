package org.gotalk.internal.engine.calls;

import org.gotalk.OperationException;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.engine.shared.EngineSettings;
import org.gotalk.internal.wire.message.ErrorPayload;
import org.gotalk.internal.wire.message.ErrorResult;

/** Converts error results of the peer to exceptions for callers. */
public final class ReceivedErrors {

    private final EngineSettings settings;
    private final Outbox outbox;

    public ReceivedErrors(EngineSettings settings, Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
    }

    /** Of a peer that takes no extensions, the whole payload is text. */
    public OperationException received(ErrorResult message) {
        if (!outbox.supportsExtensions()) {
            return new OperationException(message.payload().text());
        }
        ErrorPayload error = ErrorPayload.read(message.payload());
        return OperationException.received(
                error.text(), error.code(), error.data().bytes(), settings.codec());
    }
}
