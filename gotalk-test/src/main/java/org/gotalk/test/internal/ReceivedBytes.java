package org.gotalk.test.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.TransportListener;

/** Keeps the bytes that come, one character each. */
public final class ReceivedBytes implements TransportListener {

    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @GuardedBy("this")
    private final StringBuilder text = new StringBuilder();

    @GuardedBy("this")
    private final List<Expected> expected = new ArrayList<>();

    /** Nothing has come. */
    public ReceivedBytes() {}

    /** All that came. */
    public synchronized String text() {
        return text.toString();
    }

    /** Completes with all that came once this is a part of it. */
    public synchronized CompletableFuture<String> containing(String part) {
        Expected one = new Expected(part, new CompletableFuture<>());
        expected.add(one);
        check();
        return one.whole();
    }

    /** Completes with the code when the connection has closed. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public synchronized void received(ByteBuffer bytes, Boundary boundary) {
        text.append(ISO_8859_1.decode(bytes));
        check();
    }

    @Override
    public void receivedEnd() {
        // nothing more comes
    }

    @Override
    public void closed(int code, String detail) {
        closed.complete(code);
    }

    @GuardedBy("this")
    private void check() {
        if (expected.isEmpty()) {
            return;
        }
        String all = text.toString();
        expected.removeIf(one -> all.contains(one.part()) && one.whole().complete(all));
    }

    private record Expected(String part, CompletableFuture<String> whole) {}
}
