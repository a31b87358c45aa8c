package org.gotalk.replay;

import java.util.stream.Stream;
import org.gotalk.recorded.Transcript;

/**
 * A recorded exchange, and over what it is played.
 *
 * @param carrier of the bytes
 */
record Playing(Transcript transcript, Carrier carrier) {

    /** What carries bytes in a replay. */
    enum Carrier {
        /** Nothing but the engine's own seam, on the thread of the test. */
        SEAM,
        TCP,
        UNIX
    }

    /** Exchanges of byte streams are played over real sockets, too. */
    static Stream<Playing> of(Stream<Transcript> transcripts) {
        return transcripts.flatMap(transcript -> Stream.of(Carrier.values())
                .filter(carrier -> carrier == Carrier.SEAM || !transcript.isWebSocket())
                .map(carrier -> new Playing(transcript, carrier)));
    }

    @Override
    public String toString() {
        return transcript + " over " + carrier;
    }
}
