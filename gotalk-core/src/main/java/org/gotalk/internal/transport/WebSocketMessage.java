package org.gotalk.internal.transport;

import java.nio.ByteBuffer;

/**
 * An outbound WebSocket message.
 *
 * @param bytes the content; UTF-8 for text
 * @param isText whether it is a text or a binary message
 */
public record WebSocketMessage(ByteBuffer bytes, boolean isText) {}
