package org.gotalk.redis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A {@link NodeProgram} that runs. */
final class NodeProcess implements AutoCloseable {

    private final Process process;

    private NodeProcess(Process process) {
        this.process = process;
    }

    /** Starts one, and returns when its member has joined all subjects. */
    static NodeProcess start(
            String address, String application, long beat, long gone, String member, String... subjects)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NodeProgram.class.getName(),
                address,
                application,
                Long.toString(beat),
                Long.toString(gone),
                member));
        command.addAll(List.of(subjects));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader().readLine();
        if (!"joined".equals(line)) {
            process.destroyForcibly();
            throw new IOException("the node says " + line);
        }
        return new NodeProcess(process);
    }

    /** Ends it without a word: {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
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
    public void close() {
        process.destroyForcibly();
    }
}
