package org.gotalk.test.internal;

import java.util.Arrays;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/** One time that a virtual thread was pinned; the stack trace is where it waited. */
final class PinnedThread extends Exception {

    private static final long serialVersionUID = 1L;

    /** A field of the event since Java 24. */
    private static final String REASON = "pinnedReason";

    /** The JVM itself waits so, once, to load or initialize a class. An initializer that waits is an event of its own. */
    private static final Pattern OF_THE_JVM = Pattern.compile("Waited for initialization of |Freeze or preempt failed");

    private static final Pattern OF_THE_JDK = Pattern.compile("(java|jdk|sun)\\.");

    PinnedThread(RecordedEvent event) {
        this(event, frames(event.getStackTrace()));
    }

    private PinnedThread(RecordedEvent event, StackTraceElement[] frames) {
        super(message(event, frames), null, false, true);
        setStackTrace(frames);
    }

    private static String message(RecordedEvent event, StackTraceElement[] frames) {
        String reason = reason(event);
        return "at " + place(frames) + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** Whether it is code that has waited, and not the JVM below it; some events of the latter have no frames. */
    static boolean isOne(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        return trace != null
                && !trace.getFrames().isEmpty()
                && !OF_THE_JVM.matcher(reason(event)).lookingAt();
    }

    private static String reason(RecordedEvent event) {
        return event.hasField(REASON) ? String.valueOf(event.getString(REASON)) : "";
    }

    /** The innermost of those that are not the JDK's. */
    private static String place(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .filter(frame -> !OF_THE_JDK.matcher(frame.getClassName()).lookingAt())
                .findFirst()
                .map(StackTraceElement::toString)
                .orElseGet(() -> Arrays.toString(frames));
    }

    private static StackTraceElement[] frames(RecordedStackTrace trace) {
        return trace.getFrames().stream().map(PinnedThread::element).toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement element(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        String source = type.replaceFirst(".*\\.", "").replaceFirst("\\$.*", "") + ".java";
        return new StackTraceElement(type, frame.getMethod().getName(), source, frame.getLineNumber());
    }
}
