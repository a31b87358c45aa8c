package org.gotalk.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.TransportListener;

/** Writes down what a transport hands on. */
public final class RecordingListener implements TransportListener {

    private final List<String> events = new ArrayList<>();
    private int takes = Integer.MAX_VALUE;
    private Runnable onReceived = () -> {};

    /** Takes at most so many bytes at once, and runs this each time bytes come. */
    public void takeAtMost(int bytes, Runnable action) {
        takes = bytes;
        onReceived = action;
    }

    /** Bytes as text, text messages marked; and the end. */
    public List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        byte[] taken = new byte[Math.min(takes, bytes.remaining())];
        bytes.get(taken);
        String mark = boundary == Boundary.WHOLE_TEXT_MESSAGE ? "text " : "";
        if (taken.length > 0) {
            events.add(mark + new String(taken, ISO_8859_1));
        }
        onReceived.run();
    }

    @Override
    public void receivedEnd() {
        events.add("end");
    }

    @Override
    public void closed(int code, String detail) {
        events.add("closed " + code + " " + detail);
    }
}
