package org.gotalk.test.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What handlers and observers of one server threw, out of the log, which is the one place that has all of it. Peers get
 * an id alone. Sees nothing if {@code System.Logger} does not lead to {@code java.util.logging}, as it does by default.
 */
public final class HandlerFailures extends Handler {

    private static final Pattern SOCK = Pattern.compile("\\bsock-\\d+\\b");

    private final Logger logger = Logger.getLogger("org.gotalk");
    private final Predicate<Thread> threads;
    private final Set<String> socks = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<HandlerFailure> failures = new ConcurrentLinkedQueue<>();

    /** Collects from now on what is logged on these threads, or names one of the {@linkplain #of connections}. */
    HandlerFailures(Predicate<Thread> threads) {
        this.threads = threads;
        logger.addHandler(this);
    }

    /** A connection of the server, by its id. */
    void of(String sock) {
        socks.add(sock);
    }

    /** All failures, oldest first. */
    List<HandlerFailure> all() {
        return List.copyOf(failures);
    }

    void clear() {
        failures.clear();
    }

    @Override
    public void publish(LogRecord entry) {
        Throwable thrown = entry.getThrown();
        if (thrown != null && entry.getLevel().intValue() >= Level.SEVERE.intValue() && isOurs(entry)) {
            failures.add(new HandlerFailure(String.valueOf(entry.getMessage()), thrown));
        }
    }

    private boolean isOurs(LogRecord entry) {
        if (threads.test(Thread.currentThread())) {
            return true;
        }
        Matcher named = SOCK.matcher(String.valueOf(entry.getMessage()));
        return named.find() && socks.contains(named.group());
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }

    /** A failure as the log has it; the cause is what was thrown. */
    public static final class HandlerFailure extends Exception {

        private static final long serialVersionUID = 1L;

        HandlerFailure(String message, @Nullable Throwable thrown) {
            super(message, thrown, true, false);
        }
    }
}
