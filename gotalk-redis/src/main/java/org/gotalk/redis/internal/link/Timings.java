package org.gotalk.redis.internal.link;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param timeout maximum wait of a command, for a connection and for its answer, except of what is published
 * @param shortestWait before a lost connection is opened again; doubled after each failure
 * @param longestWait the most that this becomes
 * @param probe time between two probes of whether messages arrive
 * @param silence a connection for messages is given up when a probe has not arrived for this long
 * @param beat time between two signs of life of a node
 * @param gone a node without a sign of life for this long is swept
 * @param linger how long a channel stays subscribed that nobody needs any more
 */
public record Timings(
        Duration timeout,
        Duration shortestWait,
        Duration longestWait,
        Duration probe,
        Duration silence,
        Duration beat,
        Duration gone,
        Duration linger) {

    /** As docs/reach.md says. A silent connection is found within 7 s. */
    public static Timings defaults(Duration timeout) {
        return new Timings(
                timeout,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30));
    }
}
