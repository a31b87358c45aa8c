/**
 * The API of Gotalk: a {@link org.gotalk.Sock} is one connection to a peer, {@link org.gotalk.Handlers} are what this
 * side offers to it, {@link org.gotalk.Limits} bound the resources of a peer.
 *
 * <p>This package knows neither bytes on the wire nor containers. No method here takes or returns {@code null}.
 */
@NullMarked
package org.gotalk;

import org.jspecify.annotations.NullMarked;
