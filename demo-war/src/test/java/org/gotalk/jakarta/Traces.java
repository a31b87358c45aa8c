package org.gotalk.jakarta;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What applications of one server share: the system properties, which hold objects of the JDK's classes here. */
final class Traces {

    static final String LOADERS = "org.gotalk.it.loaders";
    static final String ENDS = "org.gotalk.it.ends";
    static final String STARTS = "org.gotalk.it.starts";
    static final String RELEASES = "org.gotalk.it.releases";

    private Traces() {}

    @SuppressWarnings("unchecked") // nobody else uses these keys
    static BlockingQueue<Object> of(String key) {
        return (BlockingQueue<Object>)
                System.getProperties().computeIfAbsent(key, absent -> new LinkedBlockingQueue<Object>());
    }
}
