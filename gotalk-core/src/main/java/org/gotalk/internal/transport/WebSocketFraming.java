package org.gotalk.internal.transport;

import java.util.Iterator;
import java.util.List;
import org.gotalk.spi.Boundary;
import org.gotalk.spi.Frame;
import org.gotalk.spi.Transport;

/** Carries Gotalk's frames in WebSocket messages. */
interface WebSocketFraming {

    /** The WebSocket messages for these frames, in order, created on demand. */
    Iterator<WebSocketMessage> messages(List<Frame> frames);

    /** See {@link Transport#supportsFullProtocol()}. */
    boolean supportsFullProtocol();

    /** The boundary of a received text message. */
    Boundary textBoundary();

    /** A message was received. */
    void received(boolean isText);
}
