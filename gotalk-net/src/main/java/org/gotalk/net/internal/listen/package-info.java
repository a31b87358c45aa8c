/**
 * Accepts connections at an address, and begins a conversation on each: TCP, with or without TLS, and Unix-domain
 * sockets with their files. Internal to {@code org.gotalk.net}.
 */
@NullMarked
package org.gotalk.net.internal.listen;

import org.jspecify.annotations.NullMarked;
