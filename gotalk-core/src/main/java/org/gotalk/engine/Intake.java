package org.gotalk.engine;

import java.nio.ByteBuffer;
import org.gotalk.transport.Boundary;
import org.gotalk.wire.Decoder;

/** Takes in what was read, as one: answers that are given at once go out together, and requests begin together. */
record Intake(Decoder decoder, RequestQueue requests, Outbox outbox) {

    void take(ByteBuffer bytes, Boundary boundary) {
        outbox.together(() -> {
            ReadingThread.run(() -> decode(bytes, boundary));
            requests.dispatch();
        });
    }

    private void decode(ByteBuffer bytes, Boundary boundary) {
        if (boundary == Boundary.WHOLE_TEXT_MESSAGE) {
            decoder.beginTextMessage(bytes.remaining());
        }
        decoder.feed(bytes);
    }
}
