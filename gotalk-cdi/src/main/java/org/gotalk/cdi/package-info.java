/** Operations and notifications as methods of CDI beans. */
@NullMarked
package org.gotalk.cdi;

import org.jspecify.annotations.NullMarked;
