package org.gotalk.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A program with a main method, on the class path of this one. */
public final class JavaServer implements Server {

    private static final String PORT = "port ";
    private static final long LONGEST_SECONDS = 20;

    private final Process process;
    private final int port;

    private JavaServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one, which says its port and ends with its input. */
    public static JavaServer start(Class<?> program) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java", "-cp", ClassPath.ofThis(), program.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(PORT)) {
                return new JavaServer(process, Integer.parseInt(line.substring(PORT.length())));
            }
        }
        throw new IOException(program + " did not start");
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
