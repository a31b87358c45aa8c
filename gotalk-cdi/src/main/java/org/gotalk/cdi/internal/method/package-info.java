/**
 * Marked methods, as the extension sees them and at run time.
 *
 * <p>May use the annotations only.
 */
@NullMarked
package org.gotalk.cdi.internal.method;

import org.jspecify.annotations.NullMarked;
