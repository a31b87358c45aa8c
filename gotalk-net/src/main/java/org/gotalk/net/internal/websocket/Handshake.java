package org.gotalk.net.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.ProtocolException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.gotalk.net.internal.http.HttpRequest;
import org.gotalk.net.internal.http.HttpResponse;

/** The opening handshake of RFC 6455, section 4.1. */
final class Handshake {

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int KEY_BYTES = 16;
    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ConnectRequest request;
    private final String key;

    Handshake(ConnectRequest request) {
        byte[] random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        this.request = request;
        this.key = Base64.getEncoder().encodeToString(random);
    }

    /** What this side sends. */
    HttpRequest request() {
        HttpRequest head = new HttpRequest("GET", request.target())
                .header("Host", request.host())
                .header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Key", key)
                .header("Sec-WebSocket-Version", "13");
        if (!request.subprotocols().isEmpty()) {
            head.header("Sec-WebSocket-Protocol", String.join(", ", request.subprotocols()));
        }
        request.headers().forEach((name, values) -> values.forEach(value -> head.header(name, value)));
        return head;
    }

    /**
     * Checks the answer.
     *
     * @return the subprotocol that the server selected; empty for none
     * @throws IOException if it refuses, or does not belong to this handshake
     */
    String accept(HttpResponse answer) throws IOException {
        if (answer.status() != SWITCHING_PROTOCOLS) {
            throw ConnectFailures.refused(answer, request, "");
        }
        try {
            check(answer);
            return subprotocol(answer.all("Sec-WebSocket-Protocol"));
        } catch (ProtocolException e) {
            throw ConnectFailures.refused(answer, request, String.valueOf(e.getMessage()));
        }
    }

    private void check(HttpResponse answer) throws ProtocolException {
        if (!answer.lists("Upgrade", "websocket") || !answer.lists("Connection", "Upgrade")) {
            throw new ProtocolException("Bad Upgrade or Connection");
        }
        if (!answer.all("Sec-WebSocket-Accept").equals(List.of(expected()))) {
            throw new ProtocolException("Bad Sec-WebSocket-Accept");
        }
        if (!answer.all("Sec-WebSocket-Extensions").isEmpty()) {
            throw new ProtocolException("Unexpected extensions");
        }
    }

    private String subprotocol(List<String> selected) throws ProtocolException {
        if (selected.isEmpty()) {
            return "";
        }
        if (selected.size() > 1 || !request.subprotocols().contains(selected.get(0))) {
            throw new ProtocolException("Unexpected subprotocol: " + String.join(", ", selected));
        }
        return selected.get(0);
    }

    private String expected() {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(sha1.digest((key + KEY_SUFFIX).getBytes(ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-1", e);
        }
    }
}
