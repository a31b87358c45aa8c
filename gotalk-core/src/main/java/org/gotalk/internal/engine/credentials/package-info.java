/**
 * Who the peer is, and for how long: the reserved operations that take tokens, and the expiry of credentials. Uses the
 * engine's settings.
 */
@NullMarked
package org.gotalk.internal.engine.credentials;

import org.jspecify.annotations.NullMarked;
