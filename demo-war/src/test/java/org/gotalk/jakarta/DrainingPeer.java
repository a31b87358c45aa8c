package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gotalk.demo.peer.Handshake;
import org.gotalk.demo.peer.RawClient;

/** What a peer sees of an application that stops. Everything is tried for a bounded time. */
final class DrainingPeer {

    private static final long LONGEST_SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private DrainingPeer() {}

    /**
     * Connects until it is refused; the status. One handshake may stay without an answer: it seems that Open Liberty
     * takes connections a moment longer than it serves them. JDK 17 and 25 tell such a timeout in different ways.
     */
    static int firstRefusal(URI base) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        int unanswered = 0;
        while (System.nanoTime() < end) {
            try (RawClient welcome = Handshake.packed(base).within(PATIENCE).open()) {
                // The drain may begin between the handshake and the conversation.
                assertThat(welcome.nextOrCloseCode(2)).isIn("01", "1012");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof WebSocketHandshakeException refused) {
                    return refused.getResponse().statusCode();
                }
                if (!(e.getCause() instanceof HttpTimeoutException) || unanswered++ > 0) {
                    throw e;
                }
            } catch (TimeoutException e) {
                if (unanswered++ > 0) {
                    throw e;
                }
            }
        }
        throw new AssertionError("no handshake was refused");
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
