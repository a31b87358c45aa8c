/** What becomes of the failures of session beans. */
@NullMarked
package org.gotalk.demo.failures;

import org.jspecify.annotations.NullMarked;
