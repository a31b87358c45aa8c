/** What an engine does at the moment, for consoles of JMX. Uses the SPI alone. */
@NullMarked
package org.gotalk.internal.management;

import org.jspecify.annotations.NullMarked;
