package org.gotalk.spi;

/** Called once when a send has completed, on any thread, possibly within the send. */
public interface SendCompletion {

    /** All frames were handed to the network. */
    void sent();

    /** The send failed, wholly or in part. The connection is unusable. */
    void failed(Throwable cause);
}
