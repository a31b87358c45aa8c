package org.gotalk.replay;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.gotalk.recorded.Segments;
import org.gotalk.recorded.Transcript;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.testing.RecordingChannel.Sent;
import org.gotalk.transport.Transport;

/** The recorded side's end of a connection to our engine. */
interface Line {

    /** Over what the exchange was recorded on. */
    static Line of(Transcript transcript, Executor executor) {
        return transcript.isWebSocket() ? new WebSocketLine() : new StreamLine(executor);
    }

    /** Our side's end. */
    Transport transport();

    /** The recorded side sends this, or closes. */
    void plays(Step step);

    /** What our side has sent, as pieces: each header, and each payload that is not empty, by itself. */
    List<Sent> heard();

    /** The same as headers and payloads. */
    default List<String> segments() {
        return Segments.of(heard().stream().map(Sent::text).toList());
    }

    /** The close code with which our side closed. */
    Optional<Integer> closeCode();
}
