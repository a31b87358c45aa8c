package org.gotalk.net.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.TransportListener;

/** What a transport hands on, call by call. */
final class RecordedEvents implements TransportListener {

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    /** The next bytes, or the end. Whole texts are marked. */
    String next() throws InterruptedException {
        String event = events.poll(WebSocketFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing more was heard");
        }
        return event;
    }

    /** Whether all that was heard has been asked for. */
    boolean isEmpty() {
        return events.isEmpty();
    }

    @Override
    public void received(ByteBuffer bytes, Boundary boundary) {
        String mark = boundary == Boundary.WHOLE_TEXT_MESSAGE ? "text " : "";
        events.add(mark + ISO_8859_1.decode(bytes));
    }

    @Override
    public void receivedEnd() {
        throw new AssertionError("WebSockets do not end by direction");
    }

    @Override
    public void closed(int code, String detail) {
        events.add("closed " + code + " " + detail);
    }
}
