package org.gotalk.bench.quarkus;

import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;

/** Answers each object with the same, from JSON and to JSON, on a worker thread: what a method gets that may block. */
@WebSocket(path = "/item")
public class ItemSocket {

    /** The same object. */
    @OnTextMessage
    public Item item(Item item) {
        return item;
    }
}
