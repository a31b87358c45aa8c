package org.gotalk.testing;

import org.gotalk.spi.SendCompletion;

/** Counts how a send ended. */
public final class RecordingCompletion implements SendCompletion {

    private int sent;
    private int failed;

    /** How often it was told that all was sent. */
    public int timesSent() {
        return sent;
    }

    /** How often it was told of a failure. */
    public int timesFailed() {
        return failed;
    }

    @Override
    public void sent() {
        sent++;
    }

    @Override
    public void failed(Throwable cause) {
        failed++;
    }
}
