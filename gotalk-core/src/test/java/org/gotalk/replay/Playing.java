package org.gotalk.replay;

import java.util.List;
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
        UNIX,
        WEBSOCKET
    }

    /** Where our side is the client: all are played over what they were recorded on, too. */
    static Stream<Playing> ofOurClient(Stream<Transcript> transcripts) {
        return transcripts.flatMap(transcript -> over(
                transcript,
                transcript.isWebSocket()
                        ? List.of(Carrier.SEAM, Carrier.WEBSOCKET)
                        : List.of(Carrier.SEAM, Carrier.TCP, Carrier.UNIX)));
    }

    /** Where our side is the server. That of WebSockets is a container. */
    static Stream<Playing> ofOurServer(Stream<Transcript> transcripts) {
        return transcripts.flatMap(transcript -> over(
                transcript,
                transcript.isWebSocket() ? List.of(Carrier.SEAM) : List.of(Carrier.SEAM, Carrier.TCP, Carrier.UNIX)));
    }

    private static Stream<Playing> over(Transcript transcript, List<Carrier> carriers) {
        return carriers.stream().map(carrier -> new Playing(transcript, carrier));
    }

    @Override
    public String toString() {
        return transcript + " over " + carrier;
    }
}
