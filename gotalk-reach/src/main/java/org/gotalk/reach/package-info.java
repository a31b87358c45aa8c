/**
 * Rooms and users: peers that are notified together, wherever they are connected.
 */
@NullMarked
package org.gotalk.reach;

import org.jspecify.annotations.NullMarked;
