/** Checks for MicroProfile Health, and what MicroProfile Metrics is told. Uses the SPI alone. */
@NullMarked
package org.gotalk.microprofile;

import org.jspecify.annotations.NullMarked;
