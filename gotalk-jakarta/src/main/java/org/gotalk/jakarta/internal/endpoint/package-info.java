/** Endpoint classes of the application: where they are, and which handshakes are theirs. */
@NullMarked
package org.gotalk.jakarta.internal.endpoint;

import org.jspecify.annotations.NullMarked;
