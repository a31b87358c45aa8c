package org.gotalk.bench.quarkus;

import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.common.annotation.NonBlocking;

/** As {@link ItemSocket}, on the thread that reads. */
@WebSocket(path = "/item-now")
public class ItemNowSocket {

    /** The same object. */
    @NonBlocking
    @OnTextMessage
    public Item item(Item item) {
        return item;
    }
}
