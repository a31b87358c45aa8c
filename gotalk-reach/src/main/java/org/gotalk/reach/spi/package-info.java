/**
 * What carries rooms from one server to others, and keeps who is present. In memory by default.
 *
 * <p>May use {@code org.gotalk.reach}.
 */
@NullMarked
package org.gotalk.reach.spi;

import org.jspecify.annotations.NullMarked;
