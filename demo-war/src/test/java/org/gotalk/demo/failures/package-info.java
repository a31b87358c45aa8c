/** What becomes of the failures of beans that the container looks after. */
@NullMarked
package org.gotalk.demo.failures;

import org.jspecify.annotations.NullMarked;
