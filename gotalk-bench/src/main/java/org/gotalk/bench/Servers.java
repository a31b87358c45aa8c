package org.gotalk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.gotalk.bench.server.Server;

/** Servers that were started when they were first asked for, and run to the end. */
final class Servers implements AutoCloseable {

    private final Path project;
    private final Map<Host, Server> started = new EnumMap<>(Host.class);

    Servers(Path project) {
        this.project = project;
    }

    Server of(Host host) throws IOException, InterruptedException {
        Server server = started.get(host);
        if (server == null) {
            server = host.start(project);
            started.put(host, server);
        }
        return server;
    }

    @Override
    public void close() throws IOException {
        for (Server server : started.values()) {
            server.close();
        }
    }
}
