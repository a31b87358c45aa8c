package org.gotalk;

/** Parts of a stream came faster than they were read, for longer than the peer could be slowed. The stream is lost. */
public final class StreamOverflowException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /** Names the limit of bytes that wait to be read. */
    public StreamOverflowException(int limit) {
        super("the stream was not read in time: more than " + limit + " bytes wait");
    }
}
