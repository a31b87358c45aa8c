package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** One make of server: where it wants its files, and how it is started. */
interface AppServer {

    /**
     * Makes what an instance needs.
     *
     * @param home the unpacked server, which is shared and must not change
     * @param base of this instance; empty
     */
    void prepare(Path home, Path base, int port) throws IOException, InterruptedException;

    /** Starts an instance in the foreground; it ends when its process is told to. */
    List<String> command(Path home, Path base, int port);

    /** Where archives are deployed from. */
    Path deployments(Path base);

    /** Whether it looks there while it runs; if not, it is started anew. */
    default boolean deploysWhileItRuns() {
        return true;
    }

    /** Whether it takes enterprise applications. */
    default boolean takesEars() {
        return true;
    }

    /** Whether it closes with 1009 as soon as the fragments of one message are longer together than one may be. */
    default boolean countsFragments() {
        return false;
    }

    /** What an application brings along for what the server lacks. */
    default WebArchive adapted(WebArchive application) {
        return application;
    }

    /** The Java that runs servers: another one where a server needs it. */
    static Path javaHome() {
        return Path.of(System.getProperty("it.server.java", System.getProperty("java.home")));
    }

    static String java() {
        return javaHome().resolve("bin").resolve("java").toString();
    }
}
