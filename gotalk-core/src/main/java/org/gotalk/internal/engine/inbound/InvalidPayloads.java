package org.gotalk.internal.engine.inbound;

import static org.gotalk.internal.concurrent.EngineLog.LOG;

import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gotalk.PayloadException;

/** Logs payloads that cannot be decoded: one line with all causes, and the stack only where debugging is on. */
public final class InvalidPayloads {

    private static final int MAX_CAUSES = 8;
    private static final int MAX_LENGTH = 1000;

    private InvalidPayloads() {}

    /**
     * Logs one.
     *
     * @param where names the message
     */
    public static void log(String where, PayloadException invalid) {
        LOG.log(Level.INFO, () -> "invalid payload, " + where + ": " + causes(invalid));
        LOG.log(Level.DEBUG, () -> "invalid payload, " + where, invalid);
    }

    /** Causes repeat each other, and have what the peer sent in them, line breaks too. */
    private static String causes(PayloadException invalid) {
        String all = Stream.<Throwable>iterate(invalid, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(cause -> cause == invalid ? invalid.getMessage() : cause.toString())
                .collect(Collectors.joining("; cause: "))
                .replaceAll("\\p{Cntrl}", " ");
        return all.length() <= MAX_LENGTH ? all : all.substring(0, MAX_LENGTH) + "…";
    }
}
