/** Counts the locks that the project's code takes. */
@NullMarked
package org.gotalk.testing.locks;

import org.jspecify.annotations.NullMarked;
