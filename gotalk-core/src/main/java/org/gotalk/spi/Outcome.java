package org.gotalk.spi;

/**
 * How a request or notification ended.
 *
 * @param kind the kind of end
 * @param error the kind of error, for labels of metrics: a code of {@link org.gotalk.StandardCodes}, a code of this
 *     side's own handlers, or a short word; empty if it succeeded. Codes that a peer makes up are {@link
 *     EngineObserver#OTHER}
 */
public record Outcome(Kind kind, String error) {

    /** It succeeded. */
    public static final Outcome SUCCESS = new Outcome(Kind.SUCCESS, "");

    /** Kinds of ends. */
    public enum Kind {
        /** There is a result, or the notification was handled or queued. */
        SUCCESS,
        /** The responder sent an error, or the handler failed. */
        ERROR,
        /** The responder refused the request for now, or there was no room to send it. */
        REFUSED,
        /** The requester gave it up. */
        CANCELLED,
        /** There was no result in time. */
        TIMEOUT,
        /** The connection ended before the result. */
        CLOSED
    }
}
