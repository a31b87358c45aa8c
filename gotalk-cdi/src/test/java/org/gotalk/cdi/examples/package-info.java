/** The beans that docs/cdi.md shows, so that they compile and do what it says. */
@NullMarked
package org.gotalk.cdi.examples;

import org.jspecify.annotations.NullMarked;
