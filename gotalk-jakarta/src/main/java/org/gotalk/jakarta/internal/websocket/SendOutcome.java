package org.gotalk.jakarta.internal.websocket;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.spi.SendCompletion;

/**
 * Reports the completion of one send exactly once. Containers may report it twice, or never if the session is closed
 * meanwhile, so the end of the session completes it as well.
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

    /** Whether the send has completed. */
    boolean isTold() {
        return told.get();
    }

    void failed(Throwable cause) {
        if (told.compareAndSet(false, true)) {
            completion.failed(cause);
        }
    }
}
