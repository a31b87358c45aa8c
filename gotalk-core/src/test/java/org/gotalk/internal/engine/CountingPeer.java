package org.gotalk.internal.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.SendCompletion;
import org.gotalk.testing.RawPeer;

/** A peer that takes everything at once and only counts it, so that it costs nothing itself. */
final class CountingPeer extends RawPeer {

    private long bytes;

    /** What a peer sends that has so many requests at once. */
    static String requests(int count, String operation, String payload) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(String.format(
                    Locale.ROOT, "r%04x%03x%s%08x%s", i, operation.length(), operation, payload.length(), payload));
        }
        return all.toString();
    }

    /** The peer sends these, which are not used up. */
    void repeats(ByteBuffer requests) {
        says(requests.duplicate(), Boundary.NONE);
    }

    /** How many bytes it was sent in all. */
    long bytes() {
        return bytes;
    }

    @Override
    public void send(List<Frame> frames, SendCompletion completion) {
        for (Frame frame : frames) {
            bytes += frame.size();
        }
        completion.sent();
    }
}
