/**
 * What survives the loss of a connection: which notifications the peer has got, and those that it may still need.
 *
 * <p>May use {@code outbound}.
 */
@NullMarked
package org.gotalk.internal.engine.resume;

import org.jspecify.annotations.NullMarked;
