package org.gotalk.test.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** A flight recording of where virtual threads with a prefix were pinned. Needs the module jdk.jfr. */
final class PinRecording {

    private static final String PINNED = "jdk.VirtualThreadPinned";

    private final String prefix;
    private Recording recording;

    PinRecording(String prefix) {
        this.prefix = prefix;
        recording = started();
    }

    private static Recording started() {
        Recording started = new Recording();
        started.setName("Gotalk: pinned virtual threads");
        started.enable(PINNED).withoutThreshold().withStackTrace();
        started.start();
        return started;
    }

    /** What was recorded since the last time, oldest first. A stream of events would lag behind by up to a second. */
    List<Throwable> next() {
        try {
            Path file = Files.createTempFile("gotalk-pinned", ".jfr");
            try {
                recording.dump(file);
                recording.close();
                recording = started();
                return RecordingFile.readAllEvents(file).stream()
                        .filter(event -> isOurs(event) && PinnedThread.isOne(event))
                        .<Throwable>map(PinnedThread::new)
                        .toList();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        return thread != null && String.valueOf(thread.getJavaName()).startsWith(prefix);
    }

    void stop() {
        recording.close();
    }
}
