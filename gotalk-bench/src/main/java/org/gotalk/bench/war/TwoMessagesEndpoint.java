package org.gotalk.bench.war;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The floor of the reference's framing: header and payload are two messages, and so are those of the answer. */
@ServerEndpoint("/two-messages")
public class TwoMessagesEndpoint {

    private static final int ID_END = 5;
    private static final int SIZE_WIDTH = 8;

    private @Nullable String header; // the container hands on one message after the other

    /** Header and payload in turn. */
    @OnMessage(maxMessageSize = BareEndpoint.LONGEST)
    public void received(Session session, ByteBuffer message) throws IOException {
        String before = header;
        if (before == null) {
            header = US_ASCII.decode(message).toString();
            return;
        }
        header = null;
        String answer = "R" + before.substring(1, ID_END) + before.substring(before.length() - SIZE_WIDTH);
        session.getBasicRemote().sendBinary(ByteBuffer.wrap(answer.getBytes(US_ASCII)));
        session.getBasicRemote().sendBinary(message);
    }
}
