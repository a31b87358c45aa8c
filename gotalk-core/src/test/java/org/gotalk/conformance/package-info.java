/**
 * The rules of the protocol, the tables that show many of them, and the marks with which tests say what they show. Packed
 * into this module's test jar, for the tests of modules above.
 */
@NullMarked
package org.gotalk.conformance;

import org.jspecify.annotations.NullMarked;
