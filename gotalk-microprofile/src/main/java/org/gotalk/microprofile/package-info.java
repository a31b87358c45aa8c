/** Checks for MicroProfile Health. Uses the SPI alone. */
@NullMarked
package org.gotalk.microprofile;

import org.jspecify.annotations.NullMarked;
