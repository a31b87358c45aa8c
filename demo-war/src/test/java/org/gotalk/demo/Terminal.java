package org.gotalk.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gotalk.examples.ChatClient;

/** Somebody who chats from a terminal: what is typed there, and what can be read. */
final class Terminal implements AutoCloseable {

    private static final long LONGEST_SECONDS = 20;

    private final Screen screen = new Screen();
    private final PipedWriter keyboard = new PipedWriter();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** Comes in, as soon as that is possible. */
    Terminal(URI application, String room, String name) throws IOException {
        String address = application.resolve("gotalk").toString().replaceFirst("^http", "ws");
        BufferedReader typed = new BufferedReader(new PipedReader(keyboard));
        ChatClient client = new ChatClient(name, room, new PrintStream(screen, true, UTF_8));
        Thread thread = new Thread(
                () -> {
                    try {
                        client.run(address, typed);
                        ended.complete(null);
                    } catch (IOException | RuntimeException e) {
                        ended.completeExceptionally(e);
                    }
                },
                "terminal of " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Somebody who is in. */
    static Terminal enter(URI application, String room, String name) throws Exception {
        Terminal terminal = new Terminal(application, room, name);
        terminal.awaitLine("* in " + room + ": ");
        return terminal;
    }

    void type(String line) throws IOException {
        keyboard.write(line + "\n");
        keyboard.flush();
    }

    /** Waits for the next line with this text, among those that were not waited for yet. */
    void awaitLine(String text) throws InterruptedException {
        screen.await(text);
    }

    /** All lines until now. */
    List<String> lines() {
        return screen.lines();
    }

    /** Waits for the program's end. */
    void awaitEnd() {
        ended.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Ends the input, upon which the program ends. */
    @Override
    public void close() throws IOException {
        keyboard.close();
        awaitEnd();
    }

    /** Has what was printed. */
    private static final class Screen extends OutputStream {

        private final List<String> lines = new ArrayList<>(); // guarded by this
        private final ByteArrayOutputStream line = new ByteArrayOutputStream(); // guarded by this
        private int read; // guarded by this

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                lines.add(line.toString(UTF_8).stripTrailing());
                line.reset();
                notifyAll();
            } else {
                line.write(b);
            }
        }

        synchronized void await(String text) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
            while (true) {
                while (read < lines.size()) {
                    if (lines.get(read++).contains(text)) {
                        return;
                    }
                }
                long left = end - System.nanoTime();
                assertThat(left).as("time for \"%s\" after %s", text, lines).isPositive();
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }
    }
}
