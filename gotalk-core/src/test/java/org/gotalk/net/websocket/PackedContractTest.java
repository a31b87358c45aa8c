package org.gotalk.net.websocket;

/** In our own framing. */
class PackedContractTest extends WebSocketContract {

    @Override
    String selected() {
        return "gotalk.v1";
    }
}
