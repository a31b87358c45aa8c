package org.gotalk.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program with a main method. */
public final class JavaServer implements Server {

    private static final String PORT = "port ";
    private static final long LONGEST_SECONDS = 20;

    private final Process process;
    private final int port;

    private JavaServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one from the class path of this program. It says its port and ends with its input. */
    public static JavaServer start(Class<?> program) throws IOException {
        return start("-cp", ClassPath.ofThis(), program.getName());
    }

    /** Starts one from a jar that names its main class. It says its port and ends with its input. */
    public static JavaServer start(Path jar) throws IOException {
        return start("-jar", jar.toString());
    }

    private static JavaServer start(String... program) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(PORT)) {
                return new JavaServer(process, Integer.parseInt(line.substring(PORT.length())));
            }
        }
        throw new IOException(program[program.length - 1] + " did not start");
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
