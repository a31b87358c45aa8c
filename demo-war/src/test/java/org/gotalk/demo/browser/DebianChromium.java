package org.gotalk.demo.browser;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Installs the distribution's chromium, where that is possible without asking: as root on Debian or Ubuntu. */
final class DebianChromium {

    private static final Path APT_GET = Path.of("/usr/bin/apt-get");
    private static final File NOTHING = new File("/dev/null");
    private static final long MINUTES = 8;

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
        run("apt-get", "-q", "update");
        run("apt-get", "-q", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");
    }

    private static void run(String... command) {
        String line = String.join(" ", command);
        System.out.println("$ " + line);
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Path log = Files.createTempFile("gotalk-apt", ".log");
            Process process = builder.redirectOutput(log.toFile())
                    .redirectInput(Redirect.from(NOTHING))
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "'" + line + "' did not end within " + MINUTES + " minutes: see " + log);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("'" + line + "' failed: " + Files.readString(log));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new IllegalStateException("'" + line + "' could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during '" + line + "'", e);
        }
    }
}
