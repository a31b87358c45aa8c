package org.gotalk.spi;

/** What a transport knows of the bytes that it hands on. */
public enum Boundary {
    /** They are some bytes of the stream, cut anywhere. */
    NONE,
    /** They are one whole WebSocket text message from a peer that may count characters instead of bytes. */
    WHOLE_TEXT_MESSAGE
}
