/**
 * Java peers over each transport and in each role, held against the rules of the protocol. What they offer is packed into
 * this module's test jar, for the tests of the modules above.
 */
@NullMarked
package org.gotalk.interop;

import org.jspecify.annotations.NullMarked;
