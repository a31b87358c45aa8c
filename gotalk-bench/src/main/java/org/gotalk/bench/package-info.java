/** The side-by-side: what a request costs here and elsewhere, measured in one run on one machine. */
@NullMarked
package org.gotalk.bench;

import org.jspecify.annotations.NullMarked;
