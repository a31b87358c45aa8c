/** The seam between the engine and whatever carries its bytes. */
@NullMarked
package org.gotalk.transport;

import org.jspecify.annotations.NullMarked;
