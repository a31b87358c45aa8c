package org.gotalk.spi;

/** What a transport knows about the boundaries of received bytes. */
public enum Boundary {
    /** Bytes of the stream, split anywhere. */
    NONE,
    /** One whole WebSocket text message of a peer that may count characters instead of bytes. */
    WHOLE_TEXT_MESSAGE
}
