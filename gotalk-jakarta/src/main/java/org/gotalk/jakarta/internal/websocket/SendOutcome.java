package org.gotalk.jakarta.internal.websocket;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.spi.SendCompletion;

/**
 * Tells the end of one send, once. Containers may report it twice, or, when the session is closed meanwhile, never: so
 * the end of the session counts as well.
 */
final class SendOutcome implements SendHandler {

    private final SendCompletion completion;
    private final AtomicBoolean told = new AtomicBoolean();

    SendOutcome(SendCompletion completion) {
        this.completion = completion;
    }

    @Override
    public void onResult(SendResult result) {
        if (result.isOK()) {
            if (told.compareAndSet(false, true)) {
                completion.sent();
            }
        } else {
            Throwable cause = result.getException();
            failed(cause == null ? new IOException("the container could not send") : cause);
        }
    }

    /** Whether the send is over. */
    boolean isTold() {
        return told.get();
    }

    void failed(Throwable cause) {
        if (told.compareAndSet(false, true)) {
            completion.failed(cause);
        }
    }
}
