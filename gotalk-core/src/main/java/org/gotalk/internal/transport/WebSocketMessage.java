package org.gotalk.internal.transport;

import java.nio.ByteBuffer;

/**
 * A WebSocket message on its way out.
 *
 * @param bytes what it carries; UTF-8 where it is text
 * @param isText whether it is a text message; else it is a binary one
 */
public record WebSocketMessage(ByteBuffer bytes, boolean isText) {}
