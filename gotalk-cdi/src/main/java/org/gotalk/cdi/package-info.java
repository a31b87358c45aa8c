/**
 * Operations and notifications as methods of CDI beans: the annotations and the injected types.
 *
 * <p>Uses none of the packages below it, which no application imports.
 */
@NullMarked
package org.gotalk.cdi;

import org.jspecify.annotations.NullMarked;
