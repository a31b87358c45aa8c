package org.gotalk.bench.server;

import java.io.IOException;
import java.time.Duration;

/** A process that serves. */
public interface Server extends AutoCloseable {

    /** Where it listens, on this machine. */
    int port();

    ProcessHandle process();

    /** What it has spent of the processors' time. */
    default Duration cpu() {
        return process()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("no figures of CPU here"));
    }

    /** Asks its JVM about itself; to be closed before it. */
    default Jvm jvm() throws IOException {
        return Jvm.of(process());
    }

    @Override
    void close() throws IOException;
}
