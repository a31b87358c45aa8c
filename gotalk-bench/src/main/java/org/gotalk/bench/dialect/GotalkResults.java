package org.gotalk.bench.dialect;

import java.util.function.IntConsumer;
import org.gotalk.bench.load.Incoming;

/** Results of single requests in Gotalk's stream of bytes. Each request has the number of its slot as its id. */
final class GotalkResults {

    private final GotalkFrames frames;

    GotalkResults(boolean isWebSocket) {
        frames = new GotalkFrames(isWebSocket);
    }

    /** Tells the slot of each result. */
    void read(Incoming message, IntConsumer answered) {
        frames.read(message, (bytes, at) -> {
            if (bytes.get(at) == 'R') {
                answered.accept(GotalkRequest.id(bytes, at));
            } else {
                GotalkRequest.checkNoRefusal(bytes, at);
            }
        });
    }
}
