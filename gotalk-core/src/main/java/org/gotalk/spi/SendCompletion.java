package org.gotalk.spi;

/** Told once how a send ended. May be called on any thread, also from within the send. */
public interface SendCompletion {

    /** All of it was handed to the network. */
    void sent();

    /** It failed, wholly or in part. The connection is of no further use. */
    void failed(Throwable cause);
}
