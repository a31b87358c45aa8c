package org.gotalk.demo.browser;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Installs the distribution's chromium, where that is possible without asking: as root on Debian or Ubuntu. */
final class DebianChromium {

    private static final Path APT_GET = Path.of("/usr/bin/apt-get");
    private static final File NOTHING = new File("/dev/null");
    private static final long MINUTES = 8;

    /** A machine that has just started updates itself. For this long, in seconds, apt-get waits for dpkg. */
    private static final String WAIT_FOR_DPKG = "DPkg::Lock::Timeout=300";

    /** What apt-get says when its lists are locked: for those it has no option that waits. */
    private static final String LOCKED = "Could not get lock";

    private static final int ATTEMPTS = 60;
    private static final long SECONDS_BETWEEN_ATTEMPTS = 5;

    private DebianChromium() {}

    static boolean mayInstall() {
        return Files.isExecutable(APT_GET) && "root".equals(System.getProperty("user.name"));
    }

    /**
     * Installs it and shows on standard output what is done.
     *
     * @throws IllegalStateException if the installation fails or does not end in time
     */
    static void install() {
        System.out.println("No Chrome, Chromium or Edge found: installing the distribution's chromium.");
        aptGet("update");
        aptGet("install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");
    }

    private static void aptGet(String... arguments) {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q", "-o", WAIT_FOR_DPKG));
        command.addAll(List.of(arguments));
        String line = String.join(" ", command);
        System.out.println("$ " + line);
        try {
            String problem = problemOf(command);
            for (int attempt = 1; problem.contains(LOCKED) && attempt < ATTEMPTS; attempt++) {
                TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_ATTEMPTS);
                problem = problemOf(command);
            }
            if (!problem.isEmpty()) {
                throw new IllegalStateException("'" + line + "' failed: " + problem);
            }
        } catch (IOException e) {
            throw new IllegalStateException("'" + line + "' could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during '" + line + "'", e);
        }
    }

    /** Empty if it went well. */
    private static String problemOf(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.environment().put("LC_ALL", "C");
        Path log = Files.createTempFile("gotalk-apt", ".log");
        Process process = builder.redirectOutput(log.toFile())
                .redirectInput(Redirect.from(NOTHING))
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return "it did not end within " + MINUTES + " minutes, see " + log;
        }
        String said = Files.readString(log);
        Files.delete(log);
        return process.exitValue() == 0 ? "" : "exit code " + process.exitValue() + ", " + said;
    }
}
