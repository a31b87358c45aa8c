package org.gotalk.bench.war;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/** What a program without any library is: each message is answered with a message, on the thread that reads. */
@ServerEndpoint("/bare")
public class BareEndpoint {

    static final int LONGEST = 64 * 1024;

    /** The same bytes; the container sends what is returned. */
    @OnMessage(maxMessageSize = LONGEST)
    public ByteBuffer echo(ByteBuffer message) {
        return message;
    }
}
