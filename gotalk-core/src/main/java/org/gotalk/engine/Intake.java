package org.gotalk.engine;

import java.nio.ByteBuffer;
import org.gotalk.transport.Boundary;
import org.gotalk.wire.Decoder;

/** Takes in what was read, as one: requests begin together, and answers that are given at once go out together. */
record Intake(Decoder decoder, RequestQueue requests, EngineThread reader) {

    void take(ByteBuffer bytes, Boundary boundary) {
        reader.together(() -> decode(bytes, boundary));
    }

    private void decode(ByteBuffer bytes, Boundary boundary) {
        if (boundary == Boundary.WHOLE_TEXT_MESSAGE) {
            decoder.beginTextMessage(bytes.remaining());
        }
        decoder.feed(bytes);
        requests.dispatch();
    }
}
