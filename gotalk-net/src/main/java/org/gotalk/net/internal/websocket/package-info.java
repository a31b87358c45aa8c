/** The client's side of WebSockets (RFC 6455), on any transport of bytes (docs/adr/0064). */
@NullMarked
package org.gotalk.net.internal.websocket;

import org.jspecify.annotations.NullMarked;
