/**
 * Exchanges that were recorded between clients and servers of the reference implementation, and how ours may differ from
 * them. Packed into this module's test jar, for the tests of modules above.
 */
@NullMarked
package org.gotalk.recorded;

import org.jspecify.annotations.NullMarked;
