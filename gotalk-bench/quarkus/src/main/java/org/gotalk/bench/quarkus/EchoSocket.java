package org.gotalk.bench.quarkus;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;

/** Answers each message with the same bytes, on the thread that reads. */
@WebSocket(path = "/echo")
public class EchoSocket {

    /** The same bytes. */
    @NonBlocking
    @OnBinaryMessage
    public Buffer echo(Buffer message) {
        return message;
    }
}
