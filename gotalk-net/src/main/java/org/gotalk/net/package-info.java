/**
 * Gotalk without a container: {@link org.gotalk.net.Gotalk} connects and listens by address, over TCP, TLS, Unix-domain
 * sockets and WebSockets, with the JDK alone.
 */
@NullMarked
package org.gotalk.net;

import org.jspecify.annotations.NullMarked;
