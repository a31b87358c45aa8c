package org.gotalk.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a logger gets, from DEBUG on, until this is closed. */
public final class LogLines extends Handler implements AutoCloseable {

    private static final long LONGEST_SECONDS = 20;

    private final Logger log;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    public LogLines(String logger) {
        log = Logger.getLogger(logger);
        log.addHandler(this);
        log.setLevel(Level.FINE);
    }

    /** The next line, once it is there. */
    public String next() throws InterruptedException {
        String line = lines.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nothing was logged");
        }
        return line;
    }

    /** Lines that nobody has asked for yet. */
    public List<String> further() {
        return new ArrayList<>(lines);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        log.removeHandler(this);
        log.setLevel(null);
    }
}
