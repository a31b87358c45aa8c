package org.gotalk;

/** A part was written to a stream that has ended: the operation is over, or this side closed the stream. */
public final class StreamEndedException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message says which side ended the stream
     */
    public StreamEndedException(String message) {
        super(message);
    }
}
