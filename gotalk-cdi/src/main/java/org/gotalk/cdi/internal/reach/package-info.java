/**
 * The injected {@link org.gotalk.reach.Rooms} and {@link org.gotalk.reach.Users}, and the events of members.
 *
 * <p>May use {@code scope}.
 */
@NullMarked
package org.gotalk.cdi.internal.reach;

import org.jspecify.annotations.NullMarked;
