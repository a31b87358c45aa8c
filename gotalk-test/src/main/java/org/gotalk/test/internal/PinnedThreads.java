package org.gotalk.test.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.gotalk.internal.concurrent.VirtualThreads;
import org.opentest4j.TestAbortedException;

/** The virtual threads of one test server, and what is found of those that are pinned. */
final class PinnedThreads {

    private static final AtomicLong SERVERS = new AtomicLong();

    private final ThreadFactory factory;
    private final PinRecording recording;

    private PinnedThreads(ThreadFactory factory, PinRecording recording) {
        this.factory = factory;
        this.recording = recording;
    }

    /** Watches from now on. Aborts the test if this Java cannot do that. */
    static PinnedThreads watched() {
        String prefix = "gotalk-test-virtual-" + SERVERS.incrementAndGet() + "-";
        Optional<ThreadFactory> factory = VirtualThreads.named(prefix);
        if (factory.isEmpty()) {
            throw impossible("it has no virtual threads, which came with 21");
        }
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            throw impossible("its flight recorder, the module jdk.jfr, is absent");
        }
        return new PinnedThreads(factory.get(), new PinRecording(prefix));
    }

    private static TestAbortedException impossible(String reason) {
        return new TestAbortedException("Handlers that pin virtual threads cannot be found on Java "
                + Runtime.version().feature() + ": " + reason);
    }

    ThreadFactory factory() {
        return factory;
    }

    /**
     * Begins anew.
     *
     * @throws AssertionError if threads were pinned since the last time
     */
    void check() {
        List<Throwable> places = recording.next();
        if (!places.isEmpty()) {
            AssertionError failure = new AssertionError(places.stream()
                    .map(place -> "\n  " + place.getMessage())
                    .distinct()
                    .collect(Collectors.joining("", "handlers have pinned virtual threads:", "")));
            places.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    void stop() {
        recording.stop();
    }
}
