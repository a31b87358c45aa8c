package org.gotalk;

/**
 * The parts of a stream arrived faster than they were read, for longer than the peer could be slowed. The stream is
 * lost.
 */
public final class StreamOverflowException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param limit the limit of unread bytes
     */
    public StreamOverflowException(int limit) {
        super("the stream was not read in time: more than " + limit + " bytes wait");
    }
}
