/** Figures as SVG: small enough to write them by hand, and so they look the same wherever they are made. */
@NullMarked
package org.gotalk.bench.plot;

import org.jspecify.annotations.NullMarked;
