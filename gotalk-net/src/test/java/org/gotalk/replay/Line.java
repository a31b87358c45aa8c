package org.gotalk.replay;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.gotalk.recorded.Segments;
import org.gotalk.recorded.Transcript.Step;
import org.gotalk.spi.Transport;
import org.gotalk.testing.RecordingChannel.Sent;

/** The recorded side's end of a connection to our engine. */
interface Line extends AutoCloseable {

    /** Over what carries the bytes of this replay. */
    static Line of(Playing playing, Executor executor) throws IOException {
        return switch (playing.carrier()) {
            case SEAM -> playing.transcript().isWebSocket() ? new WebSocketLine() : new StreamLine(executor);
            case TCP -> new CarriedLine(Cables.tcp(playing.role()));
            case UNIX -> new CarriedLine(Cables.unix(playing.role()));
            case TLS -> new CarriedLine(Cables.tls(playing.role()));
            case STREAMS -> new CarriedLine(Cables.streams());
            case WEBSOCKET -> new RealWebSocketLine();
        };
    }

    /** Our side's end. */
    Transport transport();

    /** The recorded side sends this, or closes. */
    void plays(Step step) throws IOException;

    /** What our side has sent, as pieces: each header, and each payload that is not empty, by itself. */
    List<Sent> heard() throws IOException;

    /** The same as headers and payloads. */
    default List<String> segments() throws IOException {
        return Segments.of(heard().stream().map(Sent::text).toList());
    }

    /** The close code with which our side closed. */
    Optional<Integer> closeCode();

    /** Lets go of what the line needed. */
    @Override
    default void close() throws IOException {}
}
