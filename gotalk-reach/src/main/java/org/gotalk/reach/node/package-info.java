/**
 * Runs the rooms of one server: what {@code org.gotalk.reach} promises.
 *
 * <p>May use everything else in this module; nothing else uses this.
 */
@NullMarked
package org.gotalk.reach.node;

import org.jspecify.annotations.NullMarked;
