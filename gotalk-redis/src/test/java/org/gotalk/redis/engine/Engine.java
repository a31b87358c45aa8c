package org.gotalk.redis.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A process with an engine of its own on a free port. A second one at the same port comes after the first has ended. */
public final class Engine implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 5;

    private final List<String> options;
    private final Path folder;
    private int port;
    private Process process;

    private Engine(List<String> options) throws IOException {
        this.options = options;
        this.folder = Files.createTempDirectory("gotalk-redis");
    }

    /** Starts one that has nothing on disk. */
    public static Engine start(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--save", "", "--appendonly", "no"));
        all.addAll(Arrays.asList(options));
        return start(all);
    }

    /** Starts one that listens with TLS as well; returns it when it does. */
    public static Engine startWithTls(int tlsPort, Path certificate, Path key) throws IOException {
        return start(
                "--tls-port",
                Integer.toString(tlsPort),
                "--tls-cert-file",
                certificate.toString(),
                "--tls-key-file",
                key.toString(),
                "--tls-ca-cert-file",
                certificate.toString(),
                "--tls-auth-clients",
                "no");
    }

    /** Starts one that has everything on disk, safely once a second. */
    public static Engine startWithDisk() throws IOException {
        return start(List.of("--save", "", "--appendonly", "yes", "--appendfsync", "everysec"));
    }

    private static Engine start(List<String> options) throws IOException {
        Engine engine = new Engine(options);
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            engine.port = freePort();
            if (engine.run()) {
                return engine;
            }
        }
        throw new IOException("no engine has started");
    }

    /** A port that is free now. Another process may take it in the meantime, which the engine then says. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean run() throws IOException {
        List<String> command = new ArrayList<>(List.of(EngineProgram.find().toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--dir", folder.toString()));
        command.addAll(options);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("eady to accept connections")) {
                Thread reader = new Thread(() -> lines.lines().forEach(ignored -> {}), "engine-output");
                reader.setDaemon(true);
                reader.start();
                return true;
            }
        }
        return false;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Its address. */
    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** A connection of the test's own. */
    public RawRedis connect() throws IOException {
        return new RawRedis(port);
    }

    /** Ends the process without a word: {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts the process again, with what it has on disk. */
    public void startAgain() throws IOException {
        if (!run()) {
            throw new IOException("the engine does not start again");
        }
    }

    /** Stops the process, which keeps its connections. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Has a stopped process go on. */
    public void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int result = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (result != 0) {
            throw new IOException("kill " + signal + " says " + result);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
