/**
 * From an address to a connection: a {@link org.gotalk.net.internal.connect.Dialer} for each kind of network, and the
 * Gotalk handshake behind all of them. Internal to {@code org.gotalk.net}.
 */
@NullMarked
package org.gotalk.net.internal.connect;

import org.jspecify.annotations.NullMarked;
