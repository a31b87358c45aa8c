/**
 * Gotalk without a container: one entry, {@link org.gotalk.net.Gotalk}, that connects and listens by address, over TCP,
 * TLS, Unix-domain sockets and WebSockets, on the JDK alone.
 */
@NullMarked
package org.gotalk.net;

import org.jspecify.annotations.NullMarked;
