package org.gotalk.redis;

import java.time.Duration;
import org.gotalk.redis.internal.link.Timings;

/** A node in a process of its own, which the tests kill and stop. It has one member in each subject that it is given. */
final class NodeProgram {

    private NodeProgram() {}

    /** Address, application, beat and end of the lease in ms, id of the member, subjects. */
    public static void main(String[] args) throws Exception {
        Node node = new Node(args[0], args[1], timings(Long.parseLong(args[2]), Long.parseLong(args[3])));
        for (int i = 5; i < args.length; i++) {
            node.join(args[i], args[4]);
        }
        System.out.println("joined");
        System.in.read(); // until the test ends it
    }

    static Timings timings(long beat, long gone) {
        return new Timings(
                Node.TIMEOUT,
                Node.TIMINGS.shortestWait(),
                Node.TIMINGS.longestWait(),
                Node.TIMINGS.probe(),
                Node.TIMINGS.silence(),
                Duration.ofMillis(beat),
                Duration.ofMillis(gone),
                Node.TIMINGS.linger());
    }
}
