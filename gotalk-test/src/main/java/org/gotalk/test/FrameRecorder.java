package org.gotalk.test;

import java.util.List;
import org.gotalk.test.internal.MessageLog;

/**
 * The messages of one connection, both directions, in the order in which the peer sent and received them. Keeps the
 * newest {@value #MOST}. Thread-safe.
 */
public final class FrameRecorder {

    /** The most messages that are kept. */
    public static final int MOST = MessageLog.MOST;

    private final MessageLog log;

    FrameRecorder(MessageLog log) {
        this.log = log;
    }

    /**
     * The messages as text, oldest first: {@code >} for those of the peer and {@code <} for those of the server, then
     * kind, id, name and payload, which is cut after 200 bytes and in hex if it is no text.
     *
     * <pre>{@code
     * > version 1
     * < version 1
     * > request 0000 "greet" {"name":"Ann"}
     * < notification "welcome" {"text":"There are 2 of us"}
     * < result 0000 {"text":"Hello Ann"}
     * > close 1000
     * }</pre>
     */
    public List<String> frames() {
        return log.lines();
    }

    /** The number of older messages that are not kept any more. */
    public long dropped() {
        return log.dropped();
    }

    /** {@link #frames()}, one a line. */
    @Override
    public String toString() {
        return String.join("\n", frames());
    }
}
