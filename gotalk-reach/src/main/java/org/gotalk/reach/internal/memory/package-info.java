/**
 * Rooms of one server alone, in memory.
 *
 * <p>May use the SPI.
 */
@NullMarked
package org.gotalk.reach.internal.memory;

import org.jspecify.annotations.NullMarked;
