package org.gotalk.net.internal.websocket;

/** In the reference's framing, with a message for each header and each payload. */
class ReferenceContractTest extends WebSocketContract {

    @Override
    String selected() {
        return "";
    }
}
