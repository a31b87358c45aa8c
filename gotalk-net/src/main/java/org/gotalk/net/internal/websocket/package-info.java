/**
 * Client connections over WebSockets, on the JDK's own client. Internal to {@code org.gotalk.net}; nothing in here knows
 * the protocol.
 */
@NullMarked
package org.gotalk.net.internal.websocket;

import org.jspecify.annotations.NullMarked;
