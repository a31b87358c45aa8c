package org.gotalk.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.StreamCall;
import org.gotalk.StreamReader;
import org.gotalk.testing.RawPeer;

/** A connection on which this side makes requests in parts. */
abstract class CallInParts {

    final EngineFixture fixture =
            new EngineFixture(Limits.builder().heartbeatInterval(Duration.ZERO).build());
    final RawPeer peer = new RawPeer();
    final Sock sock = fixture.connected(peer);

    /** One whose first part was sent. */
    StreamCall begun() {
        StreamCall call = sock.streamRequest("up");
        call.request().write(bytes("one"));
        assertThat(peer.hears()).isEqualTo("sA000002up00000003one");
        return call;
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static String read(StreamReader reader) {
        return reader.read().map(part -> new String(part, UTF_8)).orElse("(end)");
    }
}
