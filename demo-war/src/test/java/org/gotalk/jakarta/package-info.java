/** Gotalk in a real container, with small archives that hold its jars and little else. */
@NullMarked
package org.gotalk.jakarta;

import org.jspecify.annotations.NullMarked;
