package org.gotalk.internal.engine.inbound;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import org.gotalk.OperationException;
import org.gotalk.PayloadCodec;
import org.gotalk.Values;
import org.gotalk.internal.concurrent.AccessLog;
import org.gotalk.internal.engine.outbound.Outbox;
import org.gotalk.internal.wire.message.ErrorPayload;
import org.gotalk.internal.wire.message.Payload;

/** Encodes errors for the peer: with code and data if it takes extensions, else the text alone. */
final class ErrorEncoder {

    private final Outbox outbox;
    private final PayloadCodec codec;

    ErrorEncoder(Outbox outbox, PayloadCodec codec) {
        this.outbox = outbox;
        this.codec = codec;
    }

    Payload encoded(ErrorPayload error) {
        return outbox.supportsExtensions() ? error.extended() : error.plain();
    }

    /** Data that cannot be sent is left out: the peer still learns what went wrong. */
    Payload encoded(OperationException thrown, String operation) {
        ErrorPayload error = ErrorPayload.of(thrown.code().orElse(""), thrown.getMessage());
        if (!outbox.supportsExtensions() || thrown.data().isEmpty()) {
            return encoded(error);
        }
        try {
            return withData(error, Values.encoded(codec, thrown.data().get()));
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    AccessLog.printable("operation \"" + operation + "\": the error is sent without its data"),
                    e);
            return encoded(error);
        }
    }

    /** Reads what it has written: a codec, or a {@code byte[]}, may bring what is not JSON. */
    private static Payload withData(ErrorPayload error, byte[] json) {
        if (json.length > OperationException.MAX_DATA) {
            throw new IllegalArgumentException(
                    "the data has " + json.length + " bytes, the limit is " + OperationException.MAX_DATA);
        }
        Payload payload = new ErrorPayload(error.text(), error.code(), Payload.of(json)).extended();
        ErrorPayload read = ErrorPayload.read(payload);
        boolean isWhole = read.text().equals(error.text()) && read.code().equals(error.code());
        if (!isWhole) {
            throw new IllegalArgumentException("the data is not JSON");
        }
        return payload;
    }
}
