package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that prepares a server. */
final class Command {

    private static final long LONGEST_SECONDS = 60;

    private Command() {}

    /** Runs it in a folder, to its end; what it writes is in {@code prepared.log} there. */
    static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("prepared.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(List.of(command) + " did not end, see " + log);
        }
        if (process.exitValue() != 0) {
            throw new IOException(List.of(command) + " failed, see " + log);
        }
    }
}
