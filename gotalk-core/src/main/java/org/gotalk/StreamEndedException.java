package org.gotalk;

/** A part was written to a stream that has ended: the peer wants no more of it, or this side closed it. */
public final class StreamEndedException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /** With a sentence that says who ended it. */
    public StreamEndedException(String message) {
        super(message);
    }
}
