package org.gotalk.net.internal.websocket;

/** In our own framing. */
class PackedContractTest extends WebSocketContract {

    @Override
    String selected() {
        return "gotalk.v1";
    }
}
