package org.gotalk.jakarta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.gotalk.demo.peer.RawClient;

/** What a peer sees of an application that stops. Everything is tried for a bounded time. */
final class DrainingPeer {

    private static final long LONGEST_SECONDS = 60;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SWITCHING_PROTOCOLS = 101;

    private DrainingPeer() {}

    /**
     * Asks for a WebSocket until it is refused; the status. By a bare socket: with JDK 25 the JDK's own client stayed in
     * such an attempt for 25 seconds and more, while the server answered others with 404 at once and had closed its end.
     */
    static int firstRefusal(URI base) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < end) {
            int status = handshakeStatus(base);
            if (status != SWITCHING_PROTOCOLS) {
                return status;
            }
        }
        throw new AssertionError("no handshake was refused");
    }

    private static int handshakeStatus(URI base) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "GET " + base.getPath() + "gotalk HTTP/1.1\r\nHost: " + base.getAuthority()
                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: gotalk.v1\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
            assertThat(line).startsWith("HTTP/1.1 ");
            return Integer.parseInt(line.split(" ", 3)[1]);
        }
    }

    /** Asks for the operation "quick" until it is refused; why. */
    static String firstRefusedRequest(RawClient peer) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < end) {
            peer.says("r0002005quick00000000");
            String answer = peer.next(5);
            if (answer.equals("e0002")) {
                peer.next(8);
                return peer.nextPayload();
            }
            assertThat(answer + peer.next(8)).isEqualTo("R000200000000");
        }
        throw new AssertionError("no request was refused");
    }
}
