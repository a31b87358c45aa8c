package org.gotalk;

/** The peer reads more slowly than this side sends: the outbound queue is full, and the message was not queued. */
public final class OutboxFullException extends GotalkException {

    private static final long serialVersionUID = 1L;

    /** Names the bytes that wait and the limit that they reached. */
    public OutboxFullException(long queued, long limit) {
        super("outbound queue is full: " + queued + " bytes wait, the limit is " + limit);
    }
}
