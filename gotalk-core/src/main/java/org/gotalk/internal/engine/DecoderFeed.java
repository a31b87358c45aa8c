package org.gotalk.internal.engine;

import java.nio.ByteBuffer;
import org.gotalk.internal.engine.inbound.RequestQueue;
import org.gotalk.internal.engine.shared.EngineThread;
import org.gotalk.internal.wire.Decoder;
import org.gotalk.spi.Boundary;

/**
 * Feeds received bytes to the decoder. Requests of one read are dispatched together, and immediate results are sent
 * together.
 */
record DecoderFeed(Decoder decoder, RequestQueue requests, EngineThread reader) {

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
