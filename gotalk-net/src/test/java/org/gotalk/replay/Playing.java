package org.gotalk.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gotalk.conformance.OnAWay;
import org.gotalk.conformance.Role;
import org.gotalk.conformance.Way;
import org.gotalk.recorded.Transcript;

/**
 * A recorded exchange, and over what it is played.
 *
 * @param carrier of the bytes
 * @param role of our side
 */
record Playing(Transcript transcript, Carrier carrier, Role role) implements OnAWay {

    /** What carries bytes in a replay. */
    enum Carrier {
        /** Nothing but the engine's own seam, on the thread of the test. */
        SEAM,
        TCP,
        UNIX,
        TLS,
        STREAMS,
        WEBSOCKET;

        private static final List<Carrier> OF_BYTES = List.of(SEAM, TCP, UNIX, TLS, STREAMS);
    }

    /** Where our side is the client: all are played over real connections, too: of bytes, or WebSockets. */
    static Stream<Playing> ofOurClient(Stream<Transcript> transcripts) {
        return transcripts.flatMap(transcript -> over(
                Role.CLIENT,
                transcript,
                transcript.isWebSocket() ? List.of(Carrier.SEAM, Carrier.WEBSOCKET) : Carrier.OF_BYTES));
    }

    /** Where our side is the server. That of WebSockets is a container. */
    static Stream<Playing> ofOurServer(Stream<Transcript> transcripts) {
        return transcripts.flatMap(transcript ->
                over(Role.SERVER, transcript, transcript.isWebSocket() ? List.of(Carrier.SEAM) : Carrier.OF_BYTES));
    }

    private static Stream<Playing> over(Role role, Transcript transcript, List<Carrier> carriers) {
        return carriers.stream().map(carrier -> new Playing(transcript, carrier, role));
    }

    /** The seam of byte streams is the pipe within the JVM. */
    @Override
    public Optional<Way> way() {
        return switch (carrier) {
            case SEAM -> transcript.isWebSocket() ? Optional.empty() : on(org.gotalk.conformance.Carrier.PIPE);
            case TCP -> on(org.gotalk.conformance.Carrier.TCP);
            case UNIX -> on(org.gotalk.conformance.Carrier.UNIX);
            case TLS -> on(org.gotalk.conformance.Carrier.TLS);
            case STREAMS -> on(org.gotalk.conformance.Carrier.STREAMS);
            case WEBSOCKET -> on(org.gotalk.conformance.Carrier.WEBSOCKET);
        };
    }

    private Optional<Way> on(org.gotalk.conformance.Carrier over) {
        return Optional.of(new Way(over, role));
    }

    @Override
    public String toString() {
        return transcript + " over " + carrier;
    }
}
