/**
 * Sockets without a thread for each: a few threads wait for all of them, and hand on what comes. TCP and Unix-domain
 * sockets, both roles. Internal to {@code org.gotalk.net}; nothing in here knows the protocol.
 */
@NullMarked
package org.gotalk.net.internal.socket;

import org.jspecify.annotations.NullMarked;
