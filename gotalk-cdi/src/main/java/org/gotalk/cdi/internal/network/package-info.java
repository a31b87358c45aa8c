/**
 * The injected {@link org.gotalk.net.Gotalk} and {@link org.gotalk.cdi.Remote} peers.
 *
 * <p>May use {@code scope}.
 */
@NullMarked
package org.gotalk.cdi.internal.network;

import org.jspecify.annotations.NullMarked;
