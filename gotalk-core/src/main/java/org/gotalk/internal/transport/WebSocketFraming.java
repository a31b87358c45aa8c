package org.gotalk.internal.transport;

import java.util.Iterator;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.Transport;

/** How Gotalk's frames travel in WebSocket messages. */
interface WebSocketFraming {

    /** The WebSocket messages that carry these frames, in order. Made one by one, as they are sent. */
    Iterator<WebSocketMessage> messages(List<Frame> frames);

    /** See {@link Transport#supportsFullProtocol()}. */
    boolean supportsFullProtocol();

    /** What the listener is told of a text message. */
    Boundary textBoundary();

    /** A text or a binary message came. */
    void received(boolean isText);
}
