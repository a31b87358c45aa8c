package org.gotalk.internal.concurrent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;

/** The logger for refused messages and sign-ins; docs/configuration.md lists its name. */
public final class AccessLog {

    public static final Logger LOG = System.getLogger("org.gotalk.access");

    /** Ten a second: an application that is used as it should be does not reach it, and a flood fills no disk. */
    private static final LineLimit REFUSALS = new LineLimit(600, System::nanoTime);

    /** Text of a peer must not look like further log lines. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private AccessLog() {}

    /**
     * Logs one line for a refused message, unless there were too many within a minute.
     *
     * @param name the operation or notification
     * @param wants the requirement: {@code wants one of [editors]}
     * @param user the name of the user; {@code nobody} if there is none
     * @param sock the id of the connection
     * @return the text for the peer
     */
    public static String refused(String name, String wants, String user, String sock) {
        String text = "not allowed: \"" + name + "\" " + wants;
        if (LOG.isLoggable(Level.INFO)) {
            REFUSALS.next()
                    .ifPresent(others ->
                            LOG.log(Level.INFO, printable(text + "; user " + user + ", connection " + sock + others)));
        }
        return text;
    }

    /** The text in one line. */
    public static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
