package org.gotalk.bench.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.gotalk.bench.load.Outgoing;

/** Handshake, connect, and maybe a subscription. Afterwards a connect is always on its way, as servers demand it. */
final class BayeuxGreeting {

    private static final byte[] HANDSHAKE = "\"/meta/handshake\"".getBytes(US_ASCII);
    private static final byte[] CONNECT = "\"/meta/connect\"".getBytes(US_ASCII);
    private static final byte[] SUBSCRIBE = "\"/meta/subscribe\"".getBytes(US_ASCII);
    private static final String CLIENT = "\"clientId\":\"";

    private final String subscription;
    private final Outgoing out;
    private String client = "";
    private boolean isConnected;
    private boolean isOver;

    /**
     * Begins.
     *
     * @param subscription empty for none
     */
    BayeuxGreeting(String subscription, Outgoing out) {
        this.subscription = subscription;
        this.out = out;
        say("handshake", "\"version\":\"1.0\",\"supportedConnectionTypes\":[\"websocket\"]");
    }

    boolean isOver() {
        return isOver;
    }

    /** What the server calls this side. */
    String client() {
        return client;
    }

    /** Takes what came from a channel of Bayeux itself. */
    void received(ByteBuffer bytes) {
        if (Text.contains(HANDSHAKE, bytes)) {
            String text = US_ASCII.decode(bytes.duplicate()).toString();
            int at = text.indexOf(CLIENT) + CLIENT.length();
            client = text.substring(at, text.indexOf('"', at));
            connect(",\"advice\":{\"timeout\":0}"); // answered at once; the next ones are held
        }
        if (Text.contains(CONNECT, bytes)) {
            connect("");
            if (!isConnected) {
                isConnected = true;
                subscribe();
            }
        }
        if (Text.contains(SUBSCRIBE, bytes)) {
            isOver = true;
        }
    }

    private void connect(String more) {
        say("connect", "\"connectionType\":\"websocket\",\"clientId\":\"" + client + "\"" + more);
    }

    private void subscribe() {
        if (subscription.isEmpty()) {
            isOver = true;
        } else {
            say("subscribe", "\"subscription\":\"" + subscription + "\",\"clientId\":\"" + client + "\"");
        }
    }

    private void say(String channel, String fields) {
        out.text(Payloads.ascii("[{\"id\":\"0\",\"channel\":\"/meta/" + channel + "\"," + fields + "}]"));
    }
}
