/** Events of the JDK's flight recorder. Nothing is made while none is recorded. Uses the SPI alone. */
@NullMarked
package org.gotalk.internal.jfr;

import org.jspecify.annotations.NullMarked;
