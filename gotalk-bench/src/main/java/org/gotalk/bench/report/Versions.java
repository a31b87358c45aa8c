package org.gotalk.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which state of a program was measured. */
public final class Versions {

    private static final Pattern JAR = Pattern.compile("-(\\d[^/]*)\\.jar$");

    private Versions() {}

    /** The version in the name of the jar that has a class; empty where that is no jar of a release. */
    public static String of(Class<?> type) {
        URL jar = type.getProtectionDomain().getCodeSource().getLocation();
        Matcher matcher = JAR.matcher(jar.getPath());
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The commit that the sources are at; says so if they differ from it. */
    public static String commit(Path project) throws IOException, InterruptedException {
        String commit = git(project, "rev-parse", "--short", "HEAD");
        if (commit.isEmpty()) {
            return "no commit";
        }
        return git(project, "status", "--porcelain", "--untracked-files=no").isEmpty()
                ? "commit " + commit
                : "commit " + commit + " and changes";
    }

    private static String git(Path project, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = project.toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() == 0 ? output.strip() : "";
    }
}
