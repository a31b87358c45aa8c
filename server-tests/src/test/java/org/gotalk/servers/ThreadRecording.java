package org.gotalk.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** A flight recording of the virtual threads of a server's handlers. The server writes it when it ends. */
final class ThreadRecording {

    /** The first Java that has virtual threads. */
    private static final int FIRST_JAVA = 21;

    private static final Path FILE = Path.of("target", "virtual-threads.jfr").toAbsolutePath();
    private static final String STARTED = "jdk.VirtualThreadStart";
    private static final String PINNED = "jdk.VirtualThreadPinned";

    /** A field of the event since Java 24. */
    private static final String REASON = "pinnedReason";

    /** The JVM itself waits so, once, to load or initialize a class. */
    private static final Pattern OF_THE_JVM = Pattern.compile("Waited for initialization of |Freeze or preempt failed");

    private final List<RecordedEvent> events;

    private ThreadRecording(List<RecordedEvent> events) {
        this.events = events;
    }

    /** Has a server run handlers on virtual threads and record these; nothing where its Java has none. */
    static List<String> options() {
        String settings = Stream.of(STARTED, PINNED)
                .map(event -> ",+" + event + "#enabled=true,+" + event + "#threshold=0ms")
                .reduce(",+" + PINNED + "#stackTrace=true", String::concat);
        return hasVirtualThreads()
                ? List.of(
                        "-Dgotalk.executor=virtual",
                        "-XX:StartFlightRecording:settings=none,dumponexit=true,filename=" + FILE + settings)
                : List.of();
    }

    static boolean hasVirtualThreads() {
        return feature() >= FIRST_JAVA;
    }

    /** Of the Java that runs servers. */
    static int feature() {
        Properties release = new Properties();
        try (InputStream file = Files.newInputStream(AppServer.javaHome().resolve("release"))) {
            release.load(file);
        } catch (IOException e) {
            throw new IllegalStateException("the Java that runs servers has no file \"release\"", e);
        }
        return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                .feature();
    }

    /** Forgets what a server of a run before has written. */
    static void delete() throws IOException {
        Files.deleteIfExists(FILE);
    }

    static ThreadRecording read() throws IOException {
        return new ThreadRecording(RecordingFile.readAllEvents(FILE).stream()
                .filter(ThreadRecording::isOfHandler)
                .toList());
    }

    private static boolean isOfHandler(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        return thread != null && String.valueOf(thread.getJavaName()).startsWith("gotalk-handler");
    }

    /** How many handlers had a virtual thread. */
    long started() {
        return ofType(STARTED).count();
    }

    /** Where handlers waited and held the carrier of their thread: the frames, innermost first. */
    List<String> pinned() {
        return ofType(PINNED)
                .filter(event -> event.getStackTrace() != null)
                .filter(event -> !event.hasField(REASON)
                        || !OF_THE_JVM
                                .matcher(String.valueOf(event.getString(REASON)))
                                .lookingAt())
                .map(event -> frames(event.getStackTrace().getFrames()))
                .toList();
    }

    private Stream<RecordedEvent> ofType(String name) {
        return events.stream().filter(event -> event.getEventType().getName().equals(name));
    }

    private static String frames(List<RecordedFrame> frames) {
        return frames.stream()
                .map(frame -> "\n  at " + frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName() + ":" + frame.getLineNumber())
                .reduce("", String::concat);
    }
}
