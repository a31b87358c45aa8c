package org.gotalk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.gotalk.bench.server.Jvm;
import org.gotalk.bench.server.Server;

/** Servers that were started when they were first asked for, and run to the end. */
final class Servers implements AutoCloseable {

    private final Path project;
    private final Map<Host, Started> started = new EnumMap<>(Host.class);

    Servers(Path project) {
        this.project = project;
    }

    Started of(Host host) throws IOException, InterruptedException {
        Started server = started.get(host);
        if (server == null) {
            server = Started.of(host.start(project));
            started.put(host, server);
        }
        return server;
    }

    /** What they have spent of the processors' time, all together. */
    Duration cpu() {
        return started.values().stream().map(server -> server.server().cpu()).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws IOException {
        for (Started server : started.values()) {
            try {
                server.jvm().close();
            } finally {
                server.server().close();
            }
        }
    }

    /** A server, and what its JVM tells. */
    record Started(Server server, Jvm jvm) {

        private static Started of(Server server) throws IOException {
            try {
                return new Started(server, server.jvm());
            } catch (IOException e) {
                server.close();
                throw e;
            }
        }
    }
}
